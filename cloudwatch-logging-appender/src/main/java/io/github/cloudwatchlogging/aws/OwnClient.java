package io.github.cloudwatchlogging.aws;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClientBuilder;

/**
 * A client built from settings at the first call, and closed with the engine; the next
 * engine gets another.
 */
public final class OwnClient implements ClientSource {

	private final ClientSettings settings;

	private final Consumer<CloudWatchLogsClientBuilder> customizer;

	// Building may ask the network for the Region. Closing never waits for that, or it
	// would outlast the time to shut down: it begins another life, and a client that was
	// built in an earlier one is not used.
	private final Object building = new Object();

	private Object life = new Object();

	private @Nullable CloudWatchLogsClient client;

	/**
	 * Creates a source that builds its client from settings alone.
	 * @param settings how to reach the service
	 */
	public OwnClient(ClientSettings settings) {
		this(settings, (builder) -> {
		});
	}

	/**
	 * Creates a source that builds its client from settings.
	 * @param settings how to reach the service
	 * @param customizer has the last word on the builder
	 */
	public OwnClient(ClientSettings settings, Consumer<CloudWatchLogsClientBuilder> customizer) {
		this.settings = settings;
		this.customizer = customizer;
	}

	@Override
	public CloudWatchLogsClient client() {
		synchronized (this.building) {
			Object life;
			synchronized (this) {
				if (this.client != null) {
					return this.client;
				}
				life = this.life;
			}
			CloudWatchLogsClient built = build(this.settings, this.customizer);
			synchronized (this) {
				if (life == this.life) {
					this.client = built;
					return built;
				}
			}
			built.close();
			throw new IllegalStateException("Closed while the client was built");
		}
	}

	@Override
	public synchronized void close() {
		this.life = new Object();
		if (this.client != null) {
			this.client.close();
			this.client = null;
		}
	}

	/**
	 * Builds a client from settings.
	 * @param settings how to reach the service
	 * @param customizer has the last word on the builder
	 * @return a new client, to be closed by the caller
	 */
	public static CloudWatchLogsClient build(ClientSettings settings,
			Consumer<CloudWatchLogsClientBuilder> customizer) {
		CloudWatchLogsClientBuilder builder = CloudWatchLogsClient.builder();
		// The lanes retry, each at its own time; a client that retries too would hold a
		// sender meanwhile.
		builder.overrideConfiguration((configuration) -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())
			.apiCallTimeout(settings.apiTimeout()));
		builder.httpClientBuilder(Apache5HttpClient.builder());
		if (settings.region() != null) {
			builder.region(Region.of(settings.region()));
		}
		if (settings.endpoint() != null) {
			builder.endpointOverride(settings.endpoint());
		}
		if (settings.credentials() != null) {
			builder.credentialsProvider(StaticCredentialsProvider.create(awsCredentials(settings.credentials())));
		}
		customizer.accept(builder);
		return builder.build();
	}

	private static AwsCredentials awsCredentials(ClientSettings.StaticCredentials credentials) {
		return (credentials.sessionToken() != null)
				? AwsSessionCredentials.create(credentials.accessKey(), credentials.secretKey(),
						credentials.sessionToken())
				: AwsBasicCredentials.create(credentials.accessKey(), credentials.secretKey());
	}

}
