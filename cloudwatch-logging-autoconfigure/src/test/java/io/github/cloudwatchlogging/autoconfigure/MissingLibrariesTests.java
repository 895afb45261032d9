package io.github.cloudwatchlogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications without one of the libraries that not everybody has.
 */
class MissingLibrariesTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@ParameterizedTest
	@EnumSource
	void anApplicationThatCannotSeeItStartsAndDelivers(Library library) {
		FilteredClassLoader classLoader = new FilteredClassLoader(
				StringUtils.commaDelimitedListToStringArray(library.packages));
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(classLoader);
		try {
			new SpringApplicationBuilder(TestApplications.LoggingAtItsEnd.class).web(WebApplicationType.NONE)
				.resourceLoader(new DefaultResourceLoader(classLoader))
				.run(TestApplications.sendingTo(this.server))
				.close();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
		assertFromTheFirstLineToTheLast("stream");
	}

	// At once, because most of a start is waiting for another core.
	@Test
	void aProcessWithoutItStartsAndDelivers() throws Exception {
		List<ApplicationProcess> processes = new ArrayList<>();
		try {
			for (Library library : Library.values()) {
				ClassPath classPath = ClassPath.ofTests();
				for (String file : StringUtils.commaDelimitedListToStringArray(library.files)) {
					classPath = classPath.without(file);
				}
				processes.add(ApplicationProcess.start(classPath, List.of(), TestApplications.LongRunning.class,
						TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=" + library)));
			}
			for (ApplicationProcess process : processes) {
				process.awaitOutput("UP").terminate();
			}
		}
		finally {
			for (ApplicationProcess process : processes) {
				process.close();
			}
		}
		for (Library library : Library.values()) {
			assertFromTheFirstLineToTheLast(library.toString());
		}
	}

	private void assertFromTheFirstLineToTheLast(String stream) {
		List<String> messages = this.server.events("test", stream).stream().map(ReceivedEvent::message).toList();
		assertThat(messages).as(stream).isNotEmpty();
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
	}

	/**
	 * What may be missing: packages, and the files that have them.
	 */
	enum Library {

		STS("software.amazon.awssdk.services.sts", "sts-"),

		TESTCONTAINERS("org.testcontainers,org.springframework.boot.testcontainers",
				"testcontainers,spring-boot-testcontainers"),

		DOCKER_COMPOSE("org.springframework.boot.docker.compose", "spring-boot-docker-compose");

		private final String packages;

		private final String files;

		Library(String packages, String files) {
			this.packages = packages;
			this.files = files;
		}

	}

}
