package io.github.cloudwatchlogging.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Boot's devtools, which restart an application in a class loader of its own.
 */
class DevtoolsTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void bothLivesOfARestartedApplicationAreThereOnceAndWhole(@TempDir Path directory) throws Exception {
		// As for a user, whose class path has our modules as libraries.
		Files.createDirectory(directory.resolve("META-INF"));
		Files.writeString(directory.resolve("META-INF/spring-devtools.properties"),
				"restart.exclude.modules=/cloudwatch-logging-[a-z]+/target/classes/\n");
		ClassPath classPath = ClassPath.ofTests().withAside("devtools").with(directory);
		try (ApplicationProcess process = ApplicationProcess.start(classPath, List.of(), Restarting.class,
				TestApplications.sendingTo(this.server))) {
			process.awaitOutput("UP 2").terminate();
			assertThat(process.output()).contains("RestartClassLoader");
			List<String> messages = this.server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
			assertThat(messages.get(0)).contains("Starting ");
			assertThat(messages.get(messages.size() - 1)).contains("the last line");
			for (String line : List.of("Starting DevtoolsTests.Restarting", "Started DevtoolsTests.Restarting",
					"life is up", "the last line")) {
				assertThat(messages).filteredOn((message) -> message.contains(line)).as(line).hasSize(2);
			}
		}
	}

	/**
	 * Restarts itself once.
	 */
	static class Restarting extends TestApplications.LoggingAtItsEnd {

		public static void main(String[] arguments) throws Exception {
			SpringApplication application = new SpringApplication(Restarting.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.setKeepAlive(true);
			application.run(arguments);
			LoggerFactory.getLogger(Restarting.class).info("life is up");
			boolean second = System.setProperty("lives", "1") != null;
			System.out.println("UP " + (second ? "2" : "1") + " in " + Restarting.class.getClassLoader());
			if (!second) {
				Class<?> restarter = ClassUtils.forName("org.springframework.boot.devtools.restart.Restarter", null);
				restarter.getMethod("restart").invoke(restarter.getMethod("getInstance").invoke(null));
			}
		}

	}

}
