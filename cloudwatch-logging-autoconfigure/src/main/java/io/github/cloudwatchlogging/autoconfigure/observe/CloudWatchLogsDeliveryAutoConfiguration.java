package io.github.cloudwatchlogging.autoconfigure.observe;

import io.github.cloudwatchlogging.autoconfigure.ConditionalOnCloudWatchAppender;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsAutoConfiguration;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of what an application's own code sees of the delivery.
 */
@AutoConfiguration(after = CloudWatchLogsAutoConfiguration.class)
public final class CloudWatchLogsDeliveryAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CloudWatchLogsDelivery noCloudWatchLogsDelivery() {
		return new NoDelivery();
	}

	// Comes before what is around it. Without Logback there is no such class.
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(CloudWatchAppender.class)
	@ConditionalOnCloudWatchAppender
	static final class WithAppender {

		@Bean
		@ConditionalOnMissingBean
		CloudWatchLogsDelivery cloudWatchLogsDelivery(CloudWatchAppenders appenders) {
			return new AppenderDelivery(appenders);
		}

		@Bean
		DeliveryEventPublisher cloudWatchLogsDeliveryEventPublisher(CloudWatchAppenders appenders,
				ApplicationEventPublisher publisher) {
			return new DeliveryEventPublisher(appenders, publisher);
		}

	}

}
