package io.github.cloudwatchlogging.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application on the starter, which names its group and stream and not where they are.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TestApplication {

	static final String GROUP = "connection-test";

	static final String STREAM = "stream";

	/**
	 * Runs an application.
	 * @param name what tells it from those of other tests, which would share its appender
	 */
	static ConfigurableApplicationContext run(Class<?> application, String name, String... arguments) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("spring.application.name", name, "cloudwatch.logs.group",
				GROUP, "cloudwatch.logs.stream", STREAM, "cloudwatch.logs.retry.initial-delay", "20ms",
				"cloudwatch.logs.json.static-fields.test", name, "cloudwatch.logs.shutdown.timeout", "30s"));
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			all.put(argument.substring("--".length(), equals), argument.substring(equals + 1));
		}
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.run(all.entrySet()
				.stream()
				.map((argument) -> "--" + argument.getKey() + "=" + argument.getValue())
				.toArray(String[]::new));
	}

	static List<String> messages(EmbeddedCloudWatchLogs server) {
		return server.events(GROUP, STREAM).stream().map(ReceivedEvent::message).toList();
	}

}
