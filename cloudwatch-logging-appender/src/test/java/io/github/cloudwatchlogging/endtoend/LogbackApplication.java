package io.github.cloudwatchlogging.endtoend;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.slf4j.Logger;
import org.slf4j.spi.MDCAdapter;

/**
 * An application without Spring: a Logback of its own, configured by a
 * {@code logback.xml}.
 */
public final class LogbackApplication implements AutoCloseable {

	private final LoggerContext context = new LoggerContext();

	private LogbackApplication() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
	}

	/**
	 * Starts an application that sends to the server.
	 * @param server the server
	 * @param options more elements of the appender
	 * @return the running application
	 * @throws JoranException when the configuration cannot be read
	 */
	public static LogbackApplication start(EmbeddedCloudWatchLogs server, String options) throws JoranException {
		return startWithCredentials(server,
				"<accessKey>%s</accessKey><secretKey>%s</secretKey>".formatted(server.accessKey(), server.secretKey()),
				options);
	}

	/**
	 * Starts an application with other credentials than the server's own.
	 * @param credentials elements of the credentials
	 * @param options more elements of the appender
	 */
	static LogbackApplication startWithCredentials(EmbeddedCloudWatchLogs server, String credentials, String options)
			throws JoranException {
		return start(server.endpoint(), server.region(), credentials, options);
	}

	/**
	 * Starts an application that sends to any address.
	 * @param endpoint the address
	 * @param region the Region to sign for
	 * @param credentials elements of the credentials
	 * @param options more elements of the appender
	 * @return the running application
	 * @throws JoranException when the configuration cannot be read
	 */
	public static LogbackApplication start(URI endpoint, String region, String credentials, String options)
			throws JoranException {
		return start(endpoint, region, credentials, options, Map.of());
	}

	/**
	 * Starts an application that sends plain messages to the server.
	 * @param options more elements of the appender
	 * @param properties of Logback's context
	 */
	static LogbackApplication startWithText(EmbeddedCloudWatchLogs server, String options,
			Map<String, String> properties) throws JoranException {
		return start(server.endpoint(), server.region(), "<accessKey>a</accessKey><secretKey>b</secretKey>",
				options + "<encoder><pattern>%msg</pattern></encoder>", properties);
	}

	private static LogbackApplication start(URI endpoint, String region, String credentials, String options,
			Map<String, String> properties) throws JoranException {
		String configuration = """
				<configuration>
					<appender name="CLOUDWATCH" class="io.github.cloudwatchlogging.logback.CloudWatchAppender">
						<group>test</group>
						<stream>stream</stream>
						<region>%s</region>
						<endpoint>%s</endpoint>
						<credentials>
							%s
						</credentials>
						<retry>
							<initialDelay>20 milliseconds</initialDelay>
							<maxDelay>200 milliseconds</maxDelay>
						</retry>
						%s
					</appender>
					<root level="DEBUG">
						<appender-ref ref="CLOUDWATCH"/>
					</root>
				</configuration>
				""".formatted(region, endpoint, credentials, options);
		LogbackApplication application = new LogbackApplication();
		properties.forEach(application.context::putProperty);
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(application.context);
		configurator.doConfigure(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
		return application;
	}

	/**
	 * Starts an application that sends plain messages to the server.
	 */
	static LogbackApplication startWithText(EmbeddedCloudWatchLogs server, String pattern) throws JoranException {
		return startWithText(server, pattern, "");
	}

	/**
	 * Starts an application that sends plain messages to the server.
	 * @param options more elements of the appender
	 */
	static LogbackApplication startWithText(EmbeddedCloudWatchLogs server, String pattern, String options)
			throws JoranException {
		return start(server, options + "<encoder><pattern>" + pattern + "</pattern></encoder>");
	}

	/**
	 * Returns a logger of the application.
	 * @param name its name
	 * @return the logger
	 */
	public ch.qos.logback.classic.Logger logger(String name) {
		return this.context.getLogger(name);
	}

	MDCAdapter mdc() {
		return this.context.getMDCAdapter();
	}

	/**
	 * Returns its appender.
	 * @return the appender
	 */
	public CloudWatchAppender appender() {
		return (CloudWatchAppender) this.context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CLOUDWATCH");
	}

	LoggerContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.stop();
	}

}
