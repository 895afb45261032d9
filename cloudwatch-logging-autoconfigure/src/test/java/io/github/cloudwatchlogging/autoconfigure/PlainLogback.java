package io.github.cloudwatchlogging.autoconfigure;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

/**
 * A Logback of its own, without Spring, configured by XML.
 */
final class PlainLogback {

	private PlainLogback() {
	}

	/**
	 * The options with which a declared appender sends to the server.
	 */
	static String sendingTo(EmbeddedCloudWatchLogs server) {
		return "<region>%s</region><endpoint>%s</endpoint>".formatted(server.region(), server.endpoint())
				+ "<credentials><accessKey>a</accessKey><secretKey>b</secretKey></credentials>";
	}

	static LoggerContext load(String configuration) throws JoranException {
		return load(configuration, Map.of());
	}

	static LoggerContext load(String configuration, Map<String, String> properties) throws JoranException {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		properties.forEach(context::putProperty);
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(context);
		configurator.doConfigure(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
		return context;
	}

}
