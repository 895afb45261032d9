package io.github.cloudwatchlogging.sample.embedded;

import java.util.Map;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapContextClosedEvent;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts the embedded server and points the starter at it, unless the profile {@code aws}
 * is active or an endpoint is configured. This early, because the starter ships from the
 * first log line on. The server is never stopped: the last lines come after the context
 * is closed, and the server's threads do not keep the JVM alive.
 */
class EmbeddedServerEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String PREFIX = "cloudwatch.logs.";

	private static final Profiles REAL_SERVICE = Profiles.of("aws");

	private final Log logger;

	private final ConfigurableBootstrapContext bootstrapContext;

	EmbeddedServerEnvironmentPostProcessor(DeferredLogFactory logFactory,
			ConfigurableBootstrapContext bootstrapContext) {
		this.logger = logFactory.getLog(EmbeddedServerEnvironmentPostProcessor.class);
		this.bootstrapContext = bootstrapContext;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(REAL_SERVICE) || environment.containsProperty(PREFIX + "endpoint")) {
			return;
		}
		EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start();
		environment.getPropertySources().addLast(connectionTo(server));
		this.bootstrapContext.addCloseListener((event) -> registerSingleton(event, server));
		this.logger.info("Embedded CloudWatch Logs server at " + server.endpoint());
	}

	/**
	 * What is registered as an instance is, unlike a bean, not closed with the context.
	 */
	private static void registerSingleton(BootstrapContextClosedEvent event, EmbeddedCloudWatchLogs server) {
		event.getApplicationContext().getBeanFactory().registerSingleton("embeddedCloudWatchLogs", server);
	}

	private static MapPropertySource connectionTo(EmbeddedCloudWatchLogs server) {
		return new MapPropertySource("embeddedCloudWatchLogs",
				Map.of(PREFIX + "endpoint", server.endpoint().toString(), PREFIX + "region", server.region(),
						PREFIX + "credentials.access-key", server.accessKey(), PREFIX + "credentials.secret-key",
						server.secretKey()));
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
