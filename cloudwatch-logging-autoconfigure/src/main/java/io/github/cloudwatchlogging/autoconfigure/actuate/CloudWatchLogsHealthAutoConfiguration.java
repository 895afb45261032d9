package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.InstantSource;

import io.github.cloudwatchlogging.autoconfigure.ConditionalOnCloudWatchAppender;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsAutoConfiguration;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health of the delivery.
 */
@AutoConfiguration(before = HealthContributorAutoConfiguration.class, after = CloudWatchLogsAutoConfiguration.class)
@ConditionalOnClass({ CloudWatchAppender.class, HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnCloudWatchAppender
@ConditionalOnEnabledHealthIndicator("cloudwatchlogs")
@EnableConfigurationProperties(CloudWatchLogsHealthProperties.class)
public final class CloudWatchLogsHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "cloudWatchLogsHealthIndicator", "cloudWatchLogsHealthContributor" })
	CloudWatchLogsHealthIndicator cloudWatchLogsHealthIndicator(CloudWatchAppenders appenders,
			CloudWatchLogsHealthProperties properties) {
		return new CloudWatchLogsHealthIndicator(appenders, properties.checked(), InstantSource.system());
	}

}
