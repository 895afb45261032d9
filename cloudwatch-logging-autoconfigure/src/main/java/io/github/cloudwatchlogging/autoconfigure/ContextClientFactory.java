package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.HttpConnections;
import io.github.cloudwatchlogging.aws.OwnClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Builds the client of a context. Here is decided whose endpoint, Region and credentials
 * it gets: those of connection details, and nothing of the properties, where there are
 * any; else a credentials provider that the user declared, then the properties, then
 * spring-cloud-aws, then the SDK's default chain.
 */
final class ContextClientFactory {

	private final ConfigurableListableBeanFactory beanFactory;

	private final HttpConnections connections;

	ContextClientFactory(ConfigurableListableBeanFactory beanFactory, HttpConnections connections) {
		this.beanFactory = beanFactory;
		this.connections = connections;
	}

	CloudWatchLogsClient create(ClientSettings properties) {
		CloudWatchLogsConnectionDetails details = provider(CloudWatchLogsConnectionDetails.class).getIfAvailable();
		ClientSettings settings = withRegion((details != null) ? connection(details, properties) : properties);
		return OwnClient.build(settings, credentials(details, settings), (builder) -> {
			this.connections.use(builder, settings);
			provider(CloudWatchLogsClientBuilderCustomizer.class).orderedStream()
				.forEach((customizer) -> customizer.customize(builder));
		});
	}

	private static ClientSettings connection(CloudWatchLogsConnectionDetails details, ClientSettings properties) {
		return new ClientSettings(details.getRegion(), details.getEndpoint(), null, null, properties.apiTimeout(),
				properties.compression());
	}

	private ClientSettings withRegion(ClientSettings settings) {
		AwsRegionProvider provider = (settings.region() == null) ? provider(AwsRegionProvider.class).getIfUnique()
				: null;
		return (provider != null) ? new ClientSettings(provider.getRegion().id(), settings.endpoint(),
				settings.credentials(), settings.role(), settings.apiTimeout(), settings.compression()) : settings;
	}

	private @Nullable AwsCredentialsProvider credentials(@Nullable CloudWatchLogsConnectionDetails details,
			ClientSettings settings) {
		AwsCredentialsProvider ofDetails = (details != null) ? details.getCredentialsProvider() : null;
		if (ofDetails != null) {
			return ofDetails;
		}
		boolean set = settings.credentials() != null || settings.role() != null;
		return (set && SpringCloudAws.providesCredentials(this.beanFactory)) ? null
				: provider(AwsCredentialsProvider.class).getIfUnique();
	}

	private <T> ObjectProvider<T> provider(Class<T> type) {
		return this.beanFactory.getBeanProvider(type);
	}

}
