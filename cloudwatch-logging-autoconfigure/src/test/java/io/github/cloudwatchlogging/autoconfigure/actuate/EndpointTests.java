package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.cloudwatchlogging.autoconfigure.actuate.ActuatorApplication.Answer;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code /actuator/cloudwatchlogs}, asked over HTTP and JMX.
 */
class EndpointTests {

	private static final Logger logger = LoggerFactory.getLogger("shop");

	private static final String LONG_DELAY = "--cloudwatch.logs.batch.max-delay=1h";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void aFlushDeliversWhatIsPendingAndSaysSo(WebApplicationType type) {
		try (ActuatorApplication application = ActuatorApplication.start(type, this.server, LONG_DELAY)) {
			logger.info("flush me");
			assertThat(this.server.events()).isEmpty();
			Answer flushed = application.post("cloudwatchlogs", "{\"timeout\": \"20s\"}");
			assertThat(flushed.status()).isEqualTo(200);
			assertThat(flushed.json().path("complete").asBoolean()).isTrue();
			assertThat(flushed.json().path("left").asInt(-1)).isZero();
			assertThat(flushed.text("/streams/0/id")).isEqualTo("test:stream");
			assertThat(flushed.json().path("delivered").asInt()).isEqualTo(this.server.events().size());
			assertThat(this.server.events()).anyMatch((event) -> event.message().contains("flush me"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void theStatusHasLedgerStreamsSettingsAndFailures(WebApplicationType type) {
		this.server.faults().on("PutLogEvents").times(2).throttle();
		Instant start = Instant.now();
		try (ActuatorApplication application = ActuatorApplication.start(type, this.server, LONG_DELAY)) {
			application.post("cloudwatchlogs", "{}");
			Answer status = application.get("cloudwatchlogs");
			assertThat(status.status()).isEqualTo(200);
			assertThat(status.json().path("running").asBoolean()).isTrue();
			assertThat(status.json().at("/events/delivered").asInt()).isEqualTo(this.server.events().size());
			assertThat(Instant.parse(status.text("/lastDelivered"))).isBetween(start, Instant.now());
			assertThat(status.text("/recentFailures/0/kind")).isEqualTo("throttled");
			assertThat(status.text("/recentFailures/0/code")).isEqualTo("ThrottlingException");
			assertThat(status.text("/streams/0/id")).isEqualTo("test:stream");
			assertThat(status.text("/settings/batch.max-delay")).isEqualTo("PT1H");
			assertThat(status.text("/settings/buffer.when-full")).isEqualTo("drop-newest");
			assertThat(status.json().path("bufferLimitBytes").asLong()).isEqualTo(64 * 1024 * 1024);
		}
	}

	@Test
	void theStatusNamesWhereTheEventsGo() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server, "--cloudwatch.logs.level=info",
				"--cloudwatch.logs.stream={mdc:tenant:-none}", "--cloudwatch.logs.routes[0].loggers=audit",
				"--cloudwatch.logs.routes[0].level=warn", "--cloudwatch.logs.routes[0].group=/123456789012/audit",
				"--cloudwatch.logs.routes[0].continue=true")) {
			JsonNode settings = application.get("cloudwatchlogs").json().path("settings");
			assertThat(settings.path("stream").asString()).isEqualTo("{mdc:tenant:-none}");
			assertThat(settings.path("level").asString()).isEqualTo("INFO");
			assertThat(settings.path("routes[0].loggers").get(0).asString()).isEqualTo("audit");
			assertThat(settings.path("routes[0].level").asString()).isEqualTo("WARN");
			assertThat(settings.path("routes[0].group").asString()).isEqualTo("/***/audit");
			assertThat(settings.path("routes[0].stream").asString()).isEqualTo("{mdc:tenant:-none}");
			assertThat(settings.path("routes[0].continue").asBoolean()).isTrue();
		}
	}

	@Test
	void theStatusNamesWhatTheEventsLookLike() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server, "--cloudwatch.logs.format=ecs",
				"--cloudwatch.logs.routes[0].stream=text", "--cloudwatch.logs.routes[0].pattern=%msg",
				"--cloudwatch.logs.routes[1].stream=json", "--cloudwatch.logs.routes[1].format=JSON",
				"--cloudwatch.logs.routes[2].stream=same")) {
			JsonNode settings = application.get("cloudwatchlogs").json().path("settings");
			assertThat(settings.path("format").asString()).isEqualTo("ecs");
			assertThat(settings.path("routes[0].format").asString()).isEqualTo("text");
			assertThat(settings.path("routes[1].format").asString()).isEqualTo("json");
			assertThat(settings.has("routes[2].format")).isFalse();
		}
	}

	@Test
	void aFlushEndsAtItsDeadlineAndSaysWhatIsLeftOfEachStream() {
		this.server.faults().onAny().forStream("test", "stuck").always().hang();
		try (ActuatorApplication application = ActuatorApplication.start(this.server, LONG_DELAY,
				"--cloudwatch.logs.stream={mdc:stream}")) {
			log("stuck", "one");
			log("healthy", "two");
			Answer flushed = application.post("cloudwatchlogs", "{\"timeout\": \"2s\"}");
			assertThat(flushed.json().path("complete").asBoolean(true)).isFalse();
			assertThat(flushed.json().path("left").asInt()).isEqualTo(1);
			assertThat(flushed.json().path("streams")).anySatisfy((stream) -> {
				assertThat(stream.path("id").asString()).isEqualTo("test:stuck");
				assertThat(stream.path("left").asInt()).isEqualTo(1);
			}).anySatisfy((stream) -> {
				assertThat(stream.path("id").asString()).isEqualTo("test:healthy");
				assertThat(stream.path("delivered").asInt()).isEqualTo(1);
			});
			assertThat(Duration.parse(flushed.text("/took"))).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
		}
	}

	@Test
	void theAgentsConfigurationIsShownWithoutAccounts(@TempDir Path directory) {
		try (ActuatorApplication application = ActuatorApplication.start(this.server, "--cloudwatch.logs.mode=agent",
				"--cloudwatch.logs.agent.directory=" + directory, "--cloudwatch.logs.group=/123456789012/orders")) {
			Answer shown = application.get("cloudwatchlogs/agent");
			assertThat(shown.status()).isEqualTo(200);
			assertThat(shown.text("/logs/logs_collected/files/collect_list/0/log_group_name")).isEqualTo("/***/orders");
			assertThat(shown.body()).doesNotContain("123456789012");
		}
	}

	@Test
	void withoutAnAgentThereIsNoConfiguration() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			assertThat(application.get("cloudwatchlogs/agent").status()).isEqualTo(404);
		}
	}

	@Test
	void oneStreamIsShownAndFlushedByItsId() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server, LONG_DELAY,
				"--cloudwatch.logs.group=/apps/orders", "--cloudwatch.logs.stream={mdc:stream}")) {
			log("host/4711", "one");
			log("host/4712", "two");
			String id = "~2Fapps~2Forders:host~2F4711";
			Answer shown = application.get("cloudwatchlogs/" + id);
			assertThat(shown.status()).isEqualTo(200);
			assertThat(shown.text("/stream/group")).isEqualTo("/apps/orders");
			assertThat(shown.text("/stream/stream")).isEqualTo("host/4711");
			assertThat(shown.json().at("/stream/events/pending").asInt()).isEqualTo(1);
			Answer flushed = application.post("cloudwatchlogs/" + id, "{}");
			assertThat(flushed.json().path("delivered").asInt()).isEqualTo(1);
			assertThat(this.server.events("/apps/orders", "host/4711")).hasSize(1);
			assertThat(this.server.streams("/apps/orders")).containsExactly("host/4711");
		}
	}

	private static void log(String stream, String message) {
		MDC.put("stream", stream);
		logger.info(message);
		MDC.remove("stream");
	}

	@Test
	void aStreamThatIsNotOpenIsNotFoundAndNotFlushed() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			assertThat(application.get("cloudwatchlogs/test:other").status()).isEqualTo(404);
			assertThat(application.post("cloudwatchlogs/test:other", "{}").status()).isEqualTo(400);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1s", "6m", "soon" })
	void aTimeoutOutOfItsRangeIsRefused(String timeout) {
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			assertThat(application.post("cloudwatchlogs", "{\"timeout\": \"" + timeout + "\"}").status())
				.isEqualTo(400);
		}
	}

	@Test
	void flushesAtTheSameTimeAllAnswer() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server, LONG_DELAY)) {
			logger.info("flush me");
			List<CompletableFuture<Answer>> flushes = Stream
				.generate(() -> CompletableFuture.supplyAsync(() -> application.post("cloudwatchlogs", "{}")))
				.limit(8)
				.toList();
			assertThat(flushes).allSatisfy((flush) -> assertThat(flush.join().json().path("left").asInt(-1)).isZero());
			assertThat(this.server.events().stream().filter((event) -> event.message().contains("flush me")))
				.hasSize(1);
		}
	}

	@Test
	void withReadOnlyAccessNothingIsFlushed() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--management.endpoint.cloudwatchlogs.access=read-only")) {
			assertReadOnly(application);
		}
	}

	@Test
	void accessFollowsTheDefaultAndTheMostThatIsPermitted() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--management.endpoints.access.default=read-only")) {
			assertReadOnly(application);
		}
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--management.endpoints.access.max-permitted=read-only",
				"--management.endpoint.cloudwatchlogs.access=unrestricted")) {
			assertReadOnly(application);
		}
	}

	private static void assertReadOnly(ActuatorApplication application) {
		assertThat(application.get("cloudwatchlogs").status()).isEqualTo(200);
		assertThat(application.post("cloudwatchlogs", "{}").status()).isEqualTo(405);
	}

	@Test
	void withoutAccessOrExposureThereIsNoEndpoint() {
		for (String off : List.of("--management.endpoint.cloudwatchlogs.access=none",
				"--management.endpoints.access.default=none", "--management.endpoints.web.exposure.include=health",
				"--cloudwatch.logs.enabled=false")) {
			try (ActuatorApplication application = ActuatorApplication.start(this.server, off)) {
				assertThat(application.get("cloudwatchlogs").status()).as(off).isEqualTo(404);
				assertThat(application.context().getBeansOfType(CloudWatchLogsEndpoint.class)).as(off).isEmpty();
			}
		}
	}

	@Test
	void jmxReadsAndFlushesToo() throws Exception {
		try (ActuatorApplication application = ActuatorApplication.start(this.server, LONG_DELAY,
				"--spring.jmx.enabled=true", "--management.endpoints.web.exposure.include=health",
				"--management.endpoints.jmx.exposure.include=cloudwatchlogs")) {
			logger.info("flush me");
			MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
			ObjectName name = beans.queryNames(new ObjectName("*:type=Endpoint,name=Cloudwatchlogs,*"), null)
				.iterator()
				.next();
			String[] noTypes = {};
			Map<?, ?> status = (Map<?, ?>) beans.invoke(name, "status", new Object[0], noTypes);
			assertThat(status.get("running")).isEqualTo(true);
			Map<?, ?> flushed = (Map<?, ?>) beans.invoke(name, "flush", new Object[] { "20s" },
					new String[] { String.class.getName() });
			assertThat(flushed.get("complete")).isEqualTo(true);
			assertThat(application.get("cloudwatchlogs").status()).as("not exposed to the web").isEqualTo(404);
			assertThat(this.server.events()).anyMatch((event) -> event.message().contains("flush me"));
		}
	}

}
