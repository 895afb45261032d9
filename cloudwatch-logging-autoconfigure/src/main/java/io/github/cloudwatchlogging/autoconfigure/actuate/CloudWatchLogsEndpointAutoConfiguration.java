package io.github.cloudwatchlogging.autoconfigure.actuate;

import io.github.cloudwatchlogging.autoconfigure.ConditionalOnCloudWatchAppender;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsAutoConfiguration;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the endpoint {@code cloudwatchlogs}.
 */
@AutoConfiguration(after = CloudWatchLogsAutoConfiguration.class)
@ConditionalOnClass({ CloudWatchAppender.class, Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnCloudWatchAppender
@ConditionalOnAvailableEndpoint(CloudWatchLogsEndpoint.class)
public final class CloudWatchLogsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CloudWatchLogsEndpoint cloudWatchLogsEndpoint(CloudWatchAppenders appenders) {
		return new CloudWatchLogsEndpoint(appenders);
	}

}
