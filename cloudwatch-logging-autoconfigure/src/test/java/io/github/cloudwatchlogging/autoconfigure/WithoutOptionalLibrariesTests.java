package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.autoconfigure.actuate.CloudWatchLogsEndpointAutoConfiguration;
import io.github.cloudwatchlogging.autoconfigure.actuate.CloudWatchLogsHealthAutoConfiguration;
import io.github.cloudwatchlogging.autoconfigure.actuate.CloudWatchLogsMetricsAutoConfiguration;
import io.github.cloudwatchlogging.autoconfigure.observe.CloudWatchLogsDeliveryAutoConfiguration;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Without each library that is optional, alone, an application starts and delivers.
 */
class WithoutOptionalLibrariesTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.actuate", "org.springframework.boot.health",
			"org.springframework.boot.micrometer.metrics", "io.micrometer.core" })
	void anApplicationThatDoesNotSeeItsPackagesDelivers(String packages) {
		FilteredClassLoader classLoader = new FilteredClassLoader(packages);
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(classLoader);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(WithOurAutoConfigurations.class)
			.web(WebApplicationType.NONE)
			.resourceLoader(new DefaultResourceLoader(classLoader))
			.run(TestApplications.sendingTo(this.server))) {
			assertThat(context.isActive()).isTrue();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
		ArrivedMessages.assertFromTheFirstLineToTheLast(this.server);
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring-boot-actuator", "spring-boot-health", "spring-boot-micrometer-metrics",
			"micrometer-core" })
	void anApplicationThatDoesNotHaveItsJarDelivers(String jar) throws Exception {
		try (ApplicationProcess process = ApplicationProcess.startWithout(jar, TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server))) {
			process.awaitOutput("UP").terminate();
		}
		ArrivedMessages.assertFromTheFirstLineToTheLast(this.server);
	}

	// Spring Boot's own would be found in its files, and are not to be loaded.
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ CloudWatchLogsAutoConfiguration.class, CloudWatchLogsDeliveryAutoConfiguration.class,
			CloudWatchLogsHealthAutoConfiguration.class, CloudWatchLogsEndpointAutoConfiguration.class,
			CloudWatchLogsMetricsAutoConfiguration.class })
	static class WithOurAutoConfigurations extends TestApplications.WithoutAutoConfiguration {

	}

}
