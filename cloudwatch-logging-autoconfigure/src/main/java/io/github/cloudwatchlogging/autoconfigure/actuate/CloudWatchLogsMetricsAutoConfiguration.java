package io.github.cloudwatchlogging.autoconfigure.actuate;

import io.github.cloudwatchlogging.autoconfigure.ConditionalOnCloudWatchAppender;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsAutoConfiguration;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the metrics of the delivery.
 */
@AutoConfiguration(after = { CloudWatchLogsAutoConfiguration.class, MetricsAutoConfiguration.class,
		CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnClass({ CloudWatchAppender.class, MeterRegistry.class, MetricsAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnCloudWatchAppender
@EnableConfigurationProperties(CloudWatchLogsMetricsProperties.class)
public final class CloudWatchLogsMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CloudWatchLogsMetrics cloudWatchLogsMetrics(CloudWatchAppenders appenders,
			CloudWatchLogsMetricsProperties properties) {
		return new CloudWatchLogsMetrics(appenders, properties.perStream(), System::nanoTime);
	}

}
