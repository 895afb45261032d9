package io.github.cloudwatchlogging.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.event.MessageText;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.mock.env.MockEnvironment;

/**
 * What the golden events are in a format.
 */
final class FormatSample {

	private FormatSample() {
	}

	/**
	 * Returns the message of each event, by its kind.
	 */
	static Map<String, String> of(PropertySource<?> properties, Instant time) {
		TimeZone zone = TimeZone.getDefault();
		// Spring Boot's logstash format has the time in the zone of the JVM.
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		try {
			return messages(properties, time);
		}
		finally {
			TimeZone.setDefault(zone);
		}
	}

	private static Map<String, String> messages(PropertySource<?> properties, Instant time) {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.application.name", "orders")
			.withProperty("spring.application.pid", "4711");
		environment.getPropertySources().addFirst(properties);
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		context.putObject(Environment.class.getName(), environment);
		Encoder<ILoggingEvent> encoder = EventFormats
			.create(Binder.get(environment).bindOrCreate("cloudwatch.logs", CloudWatchLogsProperties.class))
			.encoder(context);
		if (!encoder.isStarted()) {
			encoder.start();
		}
		Map<String, String> messages = new LinkedHashMap<>();
		new GoldenEvents(context, time).all()
			.forEach((kind, event) -> messages.put(kind,
					new String(MessageText.lawful(encoder.encode(event)), StandardCharsets.UTF_8)));
		return messages;
	}

}
