package io.github.cloudwatchlogging.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Real applications for the tests, run in this JVM or in one of their own.
 */
public final class TestApplications {

	private TestApplications() {
	}

	/**
	 * Has the next start configure Logback, which is done at the first one after a
	 * context was closed.
	 */
	public static void makeTheNextStartConfigureLogback() {
		run(WithoutAutoConfiguration.class, "--cloudwatch.logs.enabled=false").close();
	}

	/**
	 * The arguments with which an application sends to the server.
	 */
	public static String[] sendingTo(EmbeddedCloudWatchLogs server, String... more) {
		Map<String, String> arguments = new LinkedHashMap<>();
		arguments.put("--cloudwatch.logs.endpoint", server.endpoint().toString());
		arguments.put("--cloudwatch.logs.region", server.region());
		arguments.put("--cloudwatch.logs.credentials.access-key", server.accessKey());
		arguments.put("--cloudwatch.logs.credentials.secret-key", server.secretKey());
		arguments.put("--cloudwatch.logs.group", "test");
		arguments.put("--cloudwatch.logs.stream", "stream");
		arguments.put("--cloudwatch.logs.retry.initial-delay", "20ms");
		arguments.put("--spring.application.name", "orders");
		for (String argument : more) {
			int equals = argument.indexOf('=');
			arguments.put(argument.substring(0, equals), argument.substring(equals + 1));
		}
		return arguments.entrySet()
			.stream()
			.map((argument) -> argument.getKey() + "=" + argument.getValue())
			.toArray(String[]::new);
	}

	static ConfigurableApplicationContext run(Class<?> application, String... arguments) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE).run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutAutoConfiguration {

		private static final Logger logger = LoggerFactory.getLogger(WithoutAutoConfiguration.class);

		@PreDestroy
		void logLastLine() {
			logger.info("the last line");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class LoggingAtItsEnd extends WithoutAutoConfiguration {

	}

	/**
	 * Stays up until somebody ends it.
	 */
	static class LongRunning extends LoggingAtItsEnd {

		public static void main(String[] arguments) {
			SpringApplication application = new SpringApplication(LongRunning.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.setKeepAlive(true);
			application.run(arguments);
			System.out.println("UP");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Broken {

		@Bean
		Object brokenBean() {
			throw new IllegalStateException("the bean is broken");
		}

		public static void main(String[] arguments) {
			SpringApplication application = new SpringApplication(Broken.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.run(arguments);
		}

	}

}
