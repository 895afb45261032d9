package io.github.cloudwatchlogging.aws;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

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
			CloudWatchLogsClient built = build(this.settings, null, this.customizer);
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
	 * @param credentials in place of those of the settings, or {@code null}
	 * @param customizer has the last word on the builder
	 * @return a new client, to be closed by the caller
	 */
	public static CloudWatchLogsClient build(ClientSettings settings, @Nullable AwsCredentialsProvider credentials,
			Consumer<CloudWatchLogsClientBuilder> customizer) {
		CloudWatchLogsClientBuilder builder = CloudWatchLogsClient.builder();
		// The lanes retry, each at its own time; a client that retries too would hold a
		// sender meanwhile.
		builder.overrideConfiguration((configuration) -> {
			configuration.retryStrategy(AwsRetryStrategy.doNotRetry())
				.apiCallTimeout(settings.apiTimeout())
				.addExecutionInterceptor(new BodyInterceptor());
			if (settings.compression() == Compression.GZIP) {
				configuration.addExecutionInterceptor(new GzipInterceptor());
			}
		});
		builder.httpClientBuilder(HttpConnections.apache(settings));
		if (settings.region() != null) {
			builder.region(Region.of(settings.region()));
		}
		if (settings.endpoint() != null) {
			builder.endpointOverride(settings.endpoint());
		}
		AwsCredentialsProvider own = (credentials == null) ? CredentialsProviders.of(settings) : null;
		AwsCredentialsProvider provider = (credentials != null) ? credentials : own;
		if (provider != null) {
			builder.credentialsProvider(provider);
		}
		try {
			customizer.accept(builder);
			return builder.build();
		}
		catch (RuntimeException ex) {
			if (own instanceof SdkAutoCloseable closeable) {
				closeable.close();
			}
			throw ex;
		}
	}

}
