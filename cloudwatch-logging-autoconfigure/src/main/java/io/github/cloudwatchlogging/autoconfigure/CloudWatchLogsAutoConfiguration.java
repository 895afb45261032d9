package io.github.cloudwatchlogging.autoconfigure;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the client that the appender sends with. The appender itself is
 * attached before there is a context.
 */
@AutoConfiguration
@ConditionalOnClass(CloudWatchLogsClient.class)
@ConditionalOnBooleanProperty(name = "cloudwatch.logs.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CloudWatchLogsProperties.class)
public final class CloudWatchLogsAutoConfiguration {

	// Lazy, because building a client takes longer than all other beans of a small
	// application.
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	CloudWatchLogsClient cloudWatchLogsClient(CloudWatchLogsProperties properties, Environment environment,
			ConfigurableListableBeanFactory beanFactory) {
		return new ContextClientFactory(beanFactory).create(AppenderSettingsFactory.client(properties, environment));
	}

	@Bean
	static ClientHandOver cloudWatchLogsClientHandOver(ApplicationContext context,
			ObjectProvider<ContextAttachment> attachment, ObjectProvider<CloudWatchLogsClient> client,
			ClientOwnership ownership) {
		return new ClientHandOver(context, attachment, client, ownership);
	}

	@Bean
	static ConnectionDetailsLookout cloudWatchLogsConnectionDetailsLookout() {
		return new ConnectionDetailsLookout();
	}

	@Bean
	static ClientOwnership cloudWatchLogsClientOwnership() {
		return new ClientOwnership();
	}

}
