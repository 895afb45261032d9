package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.SpringServletContainerInitializer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Web applications of each kind, on a server of their own and in somebody else's.
 */
class WebApplicationTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void everyLineFromStartingOverARequestToTheLastIsThere(WebApplicationType type)
			throws IOException, InterruptedException {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Orders.class).web(type)
			.run(TestApplications.sendingTo(this.server, "--server.port=0", "--server.address=127.0.0.1",
					"--spring.threads.virtual.enabled=true"))) {
			assertThat(get(port(context))).isEqualTo("sold");
		}
		assertFromTheFirstLineOverARequestToTheLast();
	}

	@Test
	void aWarInAContainerIsDeliveredToItsLastLineWhenTheContainerUndeploysIt(@TempDir Path directory) throws Exception {
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(directory.toString());
		tomcat.setHostname("127.0.0.1");
		tomcat.setPort(0);
		Context war = tomcat.addContext("", directory.toString());
		Map<String, String> properties = Arrays.stream(TestApplications.sendingTo(this.server))
			.map((argument) -> argument.substring(2).split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
		properties.forEach(war::addParameter);
		war.addServletContainerInitializer(new SpringServletContainerInitializer(), Set.of(War.class));
		tomcat.start();
		try {
			assertThat(get(tomcat.getConnector().getLocalPort())).isEqualTo("sold");
			await().until(() -> this.server.eventCount() > 0);
			assertThat(threadsOf(war.getLoader().getClassLoader())).as("the SDK's threads may outlive the WAR")
				.noneMatch((name) -> name.matches("(cloudwatch-logs|sdk|idle-connection-reaper).*"));
		}
		finally {
			tomcat.stop();
			tomcat.destroy();
		}
		assertFromTheFirstLineOverARequestToTheLast();
	}

	private void assertFromTheFirstLineOverARequestToTheLast() {
		List<String> messages = this.server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages).filteredOn((message) -> message.contains("one order")).hasSize(1);
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
	}

	private static List<String> threadsOf(ClassLoader classLoader) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getContextClassLoader() == classLoader)
			.map(Thread::getName)
			.toList();
	}

	private static int port(ConfigurableApplicationContext context) {
		return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
	}

	private static String get(int port) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders")).build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Orders extends TestApplications.WithoutAutoConfiguration {

		private static final Logger logger = LoggerFactory.getLogger(Orders.class);

		@GetMapping("/orders")
		String sell() {
			logger.info("one order");
			return "sold";
		}

	}

	/**
	 * What the container finds in the WAR.
	 */
	public static class War extends SpringBootServletInitializer {

		@Override
		protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
			return builder.sources(Orders.class);
		}

	}

}
