package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.aws.HttpConnections;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
			ConfigurableListableBeanFactory beanFactory, HttpConnections connections) {
		return new ContextClientFactory(beanFactory, connections)
			.create(AppenderSettingsFactory.client(properties, environment));
	}

	@Bean
	static HttpConnections cloudWatchLogsConnections() {
		return new HttpConnections();
	}

	@Bean
	static CheckpointLifecycle cloudWatchLogsCheckpointLifecycle(ApplicationContext context,
			ObjectProvider<ContextAppender> appender, HttpConnections connections) {
		return new CheckpointLifecycle(context, appender, connections);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "cloudwatch.logs.mode", havingValue = "agent")
	AgentConfiguration cloudWatchAgentConfiguration(CloudWatchLogsProperties properties, Environment environment) {
		return AppenderSettingsFactory.agentConfiguration(properties, environment);
	}

	// Files need no client, and the end of a context would make one.
	@Bean
	@ConditionalOnProperty(name = "cloudwatch.logs.mode", havingValue = "direct", matchIfMissing = true)
	static ClientHandOver cloudWatchLogsClientHandOver(ApplicationContext context,
			ObjectProvider<ContextAttachment> attachment, ObjectProvider<CloudWatchLogsClient> client,
			ClientOwnership ownership, CheckpointLifecycle checkpoint) {
		return new ClientHandOver(context, attachment, client, ownership, checkpoint);
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
