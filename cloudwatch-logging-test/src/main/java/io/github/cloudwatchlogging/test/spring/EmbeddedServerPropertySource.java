package io.github.cloudwatchlogging.test.spring;

import java.util.Map;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/**
 * The properties that point the starter at a server. An environment has the server by its
 * property source.
 */
final class EmbeddedServerPropertySource extends EnumerablePropertySource<EmbeddedCloudWatchLogs> {

	static final String SWITCH = "cloudwatch.logs.test.embedded-server";

	private static final String NAME = "embeddedCloudWatchLogs";

	private static final String PREFIX = "cloudwatch.logs.";

	private final Map<String, Object> properties;

	private EmbeddedServerPropertySource(EmbeddedCloudWatchLogs server) {
		super(NAME, server);
		// What is empty is as good as not set: keys and a profile would contradict each
		// other, and a role is not to be assumed.
		this.properties = Map.of(PREFIX + "enabled", "true", PREFIX + "endpoint", server.endpoint().toString(),
				PREFIX + "region", server.region(), PREFIX + "credentials.access-key", server.accessKey(),
				PREFIX + "credentials.secret-key", server.secretKey(), PREFIX + "credentials.session-token", "",
				PREFIX + "credentials.profile", "", PREFIX + "credentials.role-arn", "",
				PREFIX + "credentials.role-session-name", "", PREFIX + "credentials.external-id", "");
	}

	/**
	 * Returns the environment's server, and starts it if there is none yet. It is never
	 * stopped: what is logged when the context is gone would hold up the end of the JVM,
	 * which the server's threads do not.
	 */
	static EmbeddedCloudWatchLogs serverOf(ConfigurableEnvironment environment) {
		if (environment.getPropertySources().get(NAME) instanceof EmbeddedServerPropertySource present) {
			return present.getSource();
		}
		EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start();
		environment.getPropertySources().addFirst(new EmbeddedServerPropertySource(server));
		environment.getPropertySources()
			.addLast(new MapPropertySource(NAME + "Defaults", Map.of(PREFIX + "batch.max-delay", "100ms")));
		return server;
	}

	@Override
	public String[] getPropertyNames() {
		return this.properties.keySet().toArray(String[]::new);
	}

	@Override
	public @Nullable Object getProperty(String name) {
		return this.properties.get(name);
	}

}
