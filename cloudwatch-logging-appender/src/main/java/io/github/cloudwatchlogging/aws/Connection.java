package io.github.cloudwatchlogging.aws;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsServiceClientConfiguration;

/**
 * Where a client sends.
 *
 * @param region the AWS Region's code, or {@code null} if the client does not say
 * @param endpoint the address of another endpoint than the Region's own, or {@code null}
 */
public record Connection(@Nullable String region, @Nullable String endpoint) {

	/**
	 * It is not known where a client sends, or there is none yet.
	 */
	public static final Connection UNKNOWN = new Connection(null, null);

	static Connection of(CloudWatchLogsClient client) {
		try {
			CloudWatchLogsServiceClientConfiguration configuration = client.serviceClientConfiguration();
			Region region = configuration.region();
			return new Connection((region != null) ? region.id() : null,
					configuration.endpointOverride().map(Connection::address).orElse(null));
		}
		catch (RuntimeException clientOfTheUsersOwn) {
			return UNKNOWN;
		}
	}

	// A user's name and password may stand before the host.
	private static String address(URI endpoint) {
		return endpoint.getScheme() + "://" + endpoint.getHost()
				+ ((endpoint.getPort() >= 0) ? ":" + endpoint.getPort() : "");
	}

}
