package io.github.cloudwatchlogging.sample.embedded;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs applications of its own, because it closes them and looks at what is left.
 */
class EmbeddedServerTests {

	@Test
	void theStarterIsPointedAtTheServer() {
		try (ConfigurableApplicationContext context = run()) {
			EmbeddedCloudWatchLogs server = context.getBean(EmbeddedCloudWatchLogs.class);
			Environment environment = context.getEnvironment();
			assertThat(environment.getProperty("cloudwatch.logs.endpoint")).isEqualTo(server.endpoint().toString());
			assertThat(environment.getProperty("cloudwatch.logs.region")).isEqualTo(server.region());
			assertThat(environment.getProperty("cloudwatch.logs.credentials.access-key")).isEqualTo(server.accessKey());
			assertThat(environment.getProperty("cloudwatch.logs.credentials.secret-key")).isEqualTo(server.secretKey());
		}
	}

	@Test
	void theServerOutlivesTheContext() {
		ConfigurableApplicationContext context = run();
		EmbeddedCloudWatchLogs server = context.getBean(EmbeddedCloudWatchLogs.class);
		context.close();
		assertThat(server.isRunning()).isTrue();
	}

	@Test
	void whatTheUserConfiguresWins() {
		try (ConfigurableApplicationContext context = run("--cloudwatch.logs.region=eu-central-1")) {
			assertThat(context.getEnvironment().getProperty("cloudwatch.logs.region")).isEqualTo("eu-central-1");
		}
	}

	@Test
	void noServerIsStartedWhereAnEndpointIsConfigured() {
		try (ConfigurableApplicationContext context = run("--cloudwatch.logs.enabled=false",
				"--cloudwatch.logs.endpoint=http://127.0.0.1:9")) {
			assertThat(context.getBeanProvider(EmbeddedCloudWatchLogs.class).getIfAvailable()).isNull();
		}
	}

	@Test
	void noServerIsStartedForTheRealService() {
		try (ConfigurableApplicationContext context = run("--cloudwatch.logs.enabled=false",
				"--spring.profiles.active=aws")) {
			assertThat(context.getBeanProvider(EmbeddedCloudWatchLogs.class).getIfAvailable()).isNull();
			assertThat(context.getEnvironment().containsProperty("cloudwatch.logs.endpoint")).isFalse();
		}
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		SpringApplication application = new SpringApplication(NothingOfItsOwn.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class NothingOfItsOwn {

	}

}
