package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;

import io.github.cloudwatchlogging.autoconfigure.TestApplications;
import io.github.cloudwatchlogging.autoconfigure.actuate.ActuatorApplication.Answer;
import io.github.cloudwatchlogging.autoconfigure.observe.CloudWatchLogsDelivery;
import io.github.cloudwatchlogging.autoconfigure.observe.CloudWatchLogsDeliveryFailingEvent;
import io.github.cloudwatchlogging.autoconfigure.observe.CloudWatchLogsDeliveryRecoveredEvent;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.fault.Fault;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A Logback configuration that declares an appender for what the shop does and one for
 * its audit: both are seen, and both are flushed.
 */
class SeveralAppendersTests {

	private static final Logger shop = LoggerFactory.getLogger("shop");

	private static final Logger audit = LoggerFactory.getLogger("audit");

	private static final Destination AUDIT = new Destination("audit", "host");

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path directory;

	@BeforeEach
	@AfterEach
	void makeTheNextStartConfigureLogback() {
		TestApplications.makeTheNextStartConfigureLogback();
	}

	@Test
	void theStatusHasTheSumTheStreamsOfBothAndTheSettingsOfEach() throws IOException {
		try (ActuatorApplication application = start("shop", "audit")) {
			shop.info("sold");
			shop.info("sold");
			audit.info("paid");
			JsonNode status = application.get("cloudwatchlogs").json();
			assertThat(status.path("running").asBoolean()).isTrue();
			assertThat(status.at("/events/pending").asInt()).isEqualTo(3);
			assertThat(status.path("bufferLimitBytes").asLong()).isEqualTo(2 * 64 * 1024 * 1024);
			assertThat(texts(status.path("streams"), "id")).containsExactlyInAnyOrder("audit:host@AUDIT",
					"shop:host@SHOP");
			assertThat(status.at("/settings/SHOP/group").asString("")).isEqualTo("shop");
			assertThat(status.at("/settings/AUDIT/group").asString("")).isEqualTo("audit");
			assertThat(status.at("/settings/SHOP/format").asString("")).isEqualTo("text");
			assertThat(status.at("/settings/AUDIT/format").asString("")).isEqualTo("PatternLayoutEncoder");
		}
	}

	@Test
	void twoAppendersOfOneStreamAreToldApart() throws IOException {
		try (ActuatorApplication application = start("same", "same")) {
			shop.info("sold");
			shop.info("sold");
			audit.info("paid");
			assertThat(texts(application.get("cloudwatchlogs").json().path("streams"), "id"))
				.containsExactlyInAnyOrder("same:host@AUDIT", "same:host@SHOP");
			assertThat(application.get("cloudwatchlogs/same:host@SHOP").json().at("/stream/events/pending").asInt())
				.isEqualTo(2);
			assertThat(application.get("cloudwatchlogs/same:host").status()).isEqualTo(404);
			Answer flushed = application.post("cloudwatchlogs/same:host@AUDIT", "{}");
			assertThat(texts(flushed.json().path("streams"), "id")).containsExactly("same:host@AUDIT");
			assertThat(this.server.events()).singleElement()
				.satisfies((event) -> assertThat(event.message()).contains("paid"));
			assertThat(application.bean(CloudWatchLogsDelivery.class).status().streams()).singleElement()
				.satisfies((stream) -> assertThat(stream.balance().accepted()).isEqualTo(3));
		}
	}

	@Test
	void aFlushIsOneForAllWithinItsDeadlineWhicheverHangs() throws IOException {
		for (String stuck : List.of("shop", "audit")) {
			this.server.faults().onAny().forStream(stuck, "host").always().hang();
			try (ActuatorApplication application = start("shop", "audit")) {
				shop.info("sold");
				audit.info("paid");
				Answer flushed = application.post("cloudwatchlogs", "{\"timeout\": \"2s\"}");
				assertThat(flushed.json().path("delivered").asInt()).as(stuck).isEqualTo(1);
				assertThat(flushed.json().path("left").asInt()).as(stuck).isEqualTo(1);
				assertThat(texts(flushed.json().path("streams"), "id")).containsExactlyInAnyOrder("audit:host@AUDIT",
						"shop:host@SHOP");
				assertThat(Duration.parse(flushed.text("/took"))).as("not one deadline after the other")
					.isLessThan(Duration.ofSeconds(4));
			}
			this.server.faults().heal();
		}
	}

	@Test
	void theEndDrainsBothAtOnceWhicheverHangs() throws Exception {
		for (String stuck : List.of("shop", "audit")) {
			Fault hanging = this.server.faults().on("PutLogEvents").forStream(stuck, "host").always().hang();
			ActuatorApplication application = start("shop", "audit", "1 minute");
			long before = this.server.eventCount();
			shop.info("sold");
			audit.info("paid");
			Thread end = new Thread(application::close);
			end.start();
			await().until(() -> hanging.hits() == 1 && this.server.eventCount() == before + 1);
			this.server.faults().heal();
			end.join();
			assertThat(this.server.eventCount()).as(stuck).isEqualTo(before + 2);
		}
	}

	@Test
	void theBeanFlushesBothAndSumsThemUp() throws IOException {
		try (ActuatorApplication application = start("shop", "audit")) {
			shop.info("sold");
			audit.info("paid");
			CloudWatchLogsDelivery delivery = application.bean(CloudWatchLogsDelivery.class);
			assertThat(delivery.status().balance().pending()).isEqualTo(2);
			FlushResult result = delivery.flush(Duration.ofSeconds(20));
			assertThat(result.isComplete()).isTrue();
			assertThat(result.delivered()).isEqualTo(2);
			assertThat(this.server.events()).hasSize(2);
			assertThat(delivery.status().balance().delivered()).isEqualTo(2);
		}
	}

	@Test
	void healthIsTheWorstOfThemAndSaysWhose() throws IOException {
		this.server.faults().onAny().forStream("audit", "host").always().deny();
		this.server.faults().on("PutLogEvents").forStream("shop", "host").always().serviceUnavailable();
		try (ActuatorApplication application = start("shop", "audit")) {
			shop.info("sold");
			audit.info("paid");
			application.post("cloudwatchlogs", "{\"timeout\": \"0s\"}");
			await().until(() -> application.get("health/cloudWatchLogs").json().at("/details/reasons").size() == 2);
			Answer health = application.get("health/cloudWatchLogs");
			assertThat(health.text("/status")).isEqualTo("DOWN");
			assertThat(health.text("/details/reasons/0"))
				.isEqualTo("AUDIT: cannot deliver: denied (AccessDeniedException)");
			assertThat(health.text("/details/reasons/1")).startsWith("SHOP: cannot deliver: unavailable");
			assertThat(texts(health.json().at("/details/streams"), "id")).containsExactlyInAnyOrder("audit:host@AUDIT",
					"shop:host@SHOP");
			assertThat(texts(application.get("cloudwatchlogs").json().path("recentFailures"), "stream"))
				.containsOnly("audit:host@AUDIT", "shop:host@SHOP");
		}
	}

	@Test
	void metersCountTheEventsAndTheCallsOfBoth() throws IOException {
		try (ActuatorApplication application = start("shop", "audit")) {
			MeterRegistry registry = application.bean(MeterRegistry.class);
			shop.info("sold");
			audit.info("paid");
			application.post("cloudwatchlogs", "{}");
			await().until(() -> registry.get("cloudwatch.logs.delivered").functionCounter().count() == 2);
			assertThat(registry.get("cloudwatch.logs.streams").gauge().value()).isEqualTo(2);
			assertThat(registry.get("cloudwatch.logs.put").tag("outcome", "delivered").timer().count()).isEqualTo(2);
		}
	}

	@Test
	void eventsTellOfBoth() throws IOException {
		try (ActuatorApplication application = start("shop", "audit")) {
			Queue<Object> heard = new ConcurrentLinkedQueue<>();
			ApplicationListener<PayloadApplicationEvent<?>> listener = (event) -> heard.add(event.getPayload());
			application.context().addApplicationListener(listener);
			this.server.faults().onAny().forStream("audit", "host").always().deny();
			shop.info("sold");
			audit.info("paid");
			application.post("cloudwatchlogs", "{\"timeout\": \"0s\"}");
			await().until(() -> heard.size() == 1);
			assertThat(heard).singleElement()
				.isInstanceOfSatisfying(CloudWatchLogsDeliveryFailingEvent.class,
						(failing) -> assertThat(failing.destination()).isEqualTo(AUDIT));
			this.server.faults().heal();
			application.post("cloudwatchlogs", "{}");
			await().until(() -> heard.size() == 2);
			assertThat(heard).last().isInstanceOf(CloudWatchLogsDeliveryRecoveredEvent.class);
		}
	}

	private static List<String> texts(JsonNode array, String member) {
		return StreamSupport.stream(array.spliterator(), false).map((node) -> node.path(member).asString("")).toList();
	}

	private ActuatorApplication start(String shopGroup, String auditGroup) throws IOException {
		return start(shopGroup, auditGroup, "1 second");
	}

	private ActuatorApplication start(String shopGroup, String auditGroup, String shutdownTimeout) throws IOException {
		Path file = Files.writeString(this.directory.resolve("logback-spring.xml"), """
				<configuration>
				%s%s
					<logger name="shop" level="INFO">
						<appender-ref ref="SHOP"/>
					</logger>
					<logger name="audit" level="INFO">
						<appender-ref ref="AUDIT"/>
					</logger>
					<root level="OFF"/>
				</configuration>
				""".formatted(appender("SHOP", shopGroup, "<format>text</format>", shutdownTimeout),
				appender("AUDIT", auditGroup, "<encoder><pattern>%msg</pattern></encoder>", shutdownTimeout)));
		makeTheNextStartConfigureLogback();
		return ActuatorApplication.start(this.server, "--logging.config=" + file);
	}

	private String appender(String name, String group, String format, String shutdownTimeout) {
		return """
				<appender name="%s" class="io.github.cloudwatchlogging.logback.CloudWatchAppender">
					<group>%s</group>
					<stream>host</stream>
					%s
					<region>%s</region>
					<endpoint>%s</endpoint>
					<credentials><accessKey>a</accessKey><secretKey>b</secretKey></credentials>
					<batch><maxDelay>1 hour</maxDelay></batch>
					<retry><initialDelay>20</initialDelay><maxDelay>50</maxDelay></retry>
					<shutdownTimeout>%s</shutdownTimeout>
				</appender>
				""".formatted(name, group, format, this.server.region(), this.server.endpoint(), shutdownTimeout);
	}

}
