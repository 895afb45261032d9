package io.github.cloudwatchlogging.aws;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * How the SDK's client reaches the service.
 *
 * @param region the AWS Region's code, or {@code null} for the SDK's default chain
 * @param endpoint another endpoint than the Region's own, or {@code null}
 * @param credentials where the credentials come from, or {@code null} for the SDK's
 * default chain
 * @param role the role to assume with those credentials, or {@code null}
 * @param apiTimeout how long one call may take in all
 * @param compression how events go over the wire
 */
public record ClientSettings(@Nullable String region, @Nullable URI endpoint, @Nullable Credentials credentials,
		@Nullable AssumedRole role, Duration apiTimeout, Compression compression) {

	private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);

	private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

	private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	/**
	 * The SDK's default chains, and thirty seconds for a call.
	 */
	public static final ClientSettings DEFAULT = new ClientSettings(null, null, null, Duration.ofSeconds(30));

	public ClientSettings {
		if (region != null && !REGION.matcher(region).matches()) {
			throw new InvalidSettingException("region", region, "It is no code of an AWS Region.",
					"Write it like eu-central-1.");
		}
		if (endpoint != null && !namesHost(endpoint)) {
			throw new InvalidSettingException("endpoint", endpoint, "It is no http or https address.",
					"Write it like http://127.0.0.1:4566.");
		}
		if (apiTimeout.compareTo(SHORTEST_TIMEOUT) < 0 || apiTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
			throw new InvalidSettingException("delivery.api-timeout", apiTimeout,
					"It must lie between 100 ms and 10 minutes.", "Choose a value in that range.");
		}
	}

	private static boolean namesHost(URI endpoint) {
		return endpoint.getHost() != null
				&& ("http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme()));
	}

	/**
	 * Creates settings without a role and without compression.
	 * @param region the AWS Region's code, or {@code null} for the SDK's default chain
	 * @param endpoint another endpoint than the Region's own, or {@code null}
	 * @param credentials where the credentials come from, or {@code null} for the SDK's
	 * default chain
	 * @param apiTimeout how long one call may take in all
	 */
	public ClientSettings(@Nullable String region, @Nullable URI endpoint, @Nullable Credentials credentials,
			Duration apiTimeout) {
		this(region, endpoint, credentials, null, apiTimeout, Compression.NONE);
	}

}
