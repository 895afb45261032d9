package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cloudwatchlogging.autoconfigure.TestApplications;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A web application whose Actuator the tests ask over HTTP.
 */
final class ActuatorApplication implements AutoCloseable {

	private static final AtomicInteger STARTED = new AtomicInteger(1_000);

	private final ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	private ActuatorApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static ActuatorApplication start(EmbeddedCloudWatchLogs server, String... more) {
		return start(WebApplicationType.SERVLET, server, more);
	}

	static ActuatorApplication start(WebApplicationType type, EmbeddedCloudWatchLogs server, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--management.endpoints.web.exposure.include=*", "--management.endpoint.health.show-details=always",
				"--cloudwatch.logs.batch.max-delay=50ms", "--cloudwatch.logs.shutdown.timeout=1s"));
		// Contexts with equal settings would share an appender, and what it went through.
		arguments.add("--cloudwatch.logs.max-destinations=" + STARTED.incrementAndGet());
		arguments.addAll(List.of(more));
		return new ActuatorApplication(new SpringApplicationBuilder(WebApplication.class).web(type)
			.run(TestApplications.sendingTo(server, arguments.toArray(String[]::new))));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer post(String path, String body) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest
			.newBuilder(URI.create("http://" + address() + "/actuator" + (path.isEmpty() ? "" : "/" + path)));
	}

	/**
	 * Returns its host and port.
	 */
	String address() {
		return "127.0.0.1:" + Objects.requireNonNull(this.context.getEnvironment().getProperty("local.server.port"));
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (InterruptedException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ends the appender with its context, too. It would live on and deliver what a web
	 * server logs at its end to the next test.
	 */
	@Override
	public void close() {
		Collection<CloudWatchAppender> appenders = this.context.getBeansOfType(CloudWatchAppender.class).values();
		this.context.close();
		appenders.forEach(CloudWatchAppender::stop);
	}

	/**
	 * What the application answered.
	 *
	 * @param status the HTTP status
	 * @param body the body
	 */
	record Answer(int status, String body) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

		String text(String pointer) {
			return json().at(pointer).asString("");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WebApplication {

	}

}
