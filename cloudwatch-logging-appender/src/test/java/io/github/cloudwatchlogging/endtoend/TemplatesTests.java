package io.github.cloudwatchlogging.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.metadata.PlatformServer;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MarkerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Names with variables in a {@code logback.xml}, as they are at the server.
 */
class TemplatesTests {

	private static final String SHORT_WAIT = "<metadataTimeout>200 milliseconds</metadataTimeout>";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void eachTenantHasAStreamAndAnEventWithoutOneAsWell() throws Exception {
		try (LogbackApplication application = start("<stream>tenants/{mdc:tenant}</stream>")) {
			for (String tenant : List.of("blue", "red", "blue", "none", "a:b", "a_b")) {
				application.mdc().put("tenant", tenant);
				application.logger("shop").info("of {}", tenant);
			}
			application.mdc().remove("tenant");
			application.logger("shop").info("of nobody");
		}
		assertThat(messages("test", "tenants/blue")).containsExactly("of blue", "of blue");
		assertThat(messages("test", "tenants/red")).containsExactly("of red");
		assertThat(messages("test", "tenants/none")).containsExactly("of nobody");
		assertThat(messages("test", "tenants/none#140bedbf")).containsExactly("of none");
		assertThat(messages("test", "tenants/a_b#6783a31e")).containsExactly("of a:b");
		assertThat(messages("test", "tenants/a_b")).containsExactly("of a_b");
	}

	@Test
	void theDateIsThatOfTheEventInUtc() throws Exception {
		Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
		try (LogbackApplication application = start("<stream>{date:yyyy-MM-dd}</stream>")) {
			application.appender().doAppend(event(application, midnight, "today"));
			application.appender().doAppend(event(application, midnight.minusMillis(1), "yesterday"));
			application.appender().doAppend(event(application, midnight.plusMillis(1), "today, too"));
		}
		assertThat(messages("test", midnight.atOffset(ZoneOffset.UTC).toLocalDate().toString()))
			.containsExactly("today", "today, too");
		assertThat(messages("test", midnight.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1).toString()))
			.containsExactly("yesterday");
	}

	private static LoggingEvent event(LogbackApplication application, Instant time, String message) {
		LoggingEvent event = new LoggingEvent("caller", application.logger("shop"), Level.INFO, message, null, null);
		event.setTimeStamp(time.toEpochMilli());
		return event;
	}

	@Test
	void whatTheEventBringsIsInItsNames() throws Exception {
		String options = """
				<application>shop</application>
				<version>1.2</version>
				<profile>prod</profile>
				<group>/{application}/{profile}/{version}/{region}</group>
				<stream>{logger:1}.{level}.{thread}.{marker}.{kv:order}</stream>
				""";
		try (LogbackApplication application = start(options)) {
			Thread thread = new Thread(() -> application.logger("com.example.Order")
				.atWarn()
				.addMarker(MarkerFactory.getMarker("SALE"))
				.addKeyValue("order", 7)
				.log("sold"), "the thread");
			thread.start();
			thread.join();
		}
		assertThat(messages("/shop/prod/1.2/" + this.server.region(), "Order.WARN.the thread.SALE.7"))
			.containsExactly("sold");
	}

	@Test
	void anInstanceIsNamedByItsMetadataFromTheFirstEventOn() throws Exception {
		try (PlatformServer ec2 = PlatformServer.ec2().hanging();
				LogbackApplication application = start("<group>{account}</group><stream>{instance}/{level}</stream>",
						Map.of("aws.ec2MetadataServiceEndpoint", ec2.uri().toString()))) {
			application.logger("shop").info("before the answer");
			assertThat(application.appender().snapshot().lanes()).extracting((status) -> status.lane().destination())
				.containsExactly(new Destination("*{account}", "*{instance}/INFO"));
			ec2.goOn();
			assertThat(application.appender().flush(Duration.ofSeconds(10)).streams())
				.extracting((stream) -> stream.destination())
				.containsExactly(new Destination("123456789012", "i-1234567890abcdef0/INFO"));
			application.logger("shop").info("after it");
			assertThat(application.appender().snapshot().lanes()).extracting((status) -> status.lane().destination())
				.containsExactly(new Destination("123456789012", "i-1234567890abcdef0/INFO"));
		}
		assertThat(messages("123456789012", "i-1234567890abcdef0/INFO")).containsExactly("before the answer",
				"after it");
	}

	@Test
	void aTaskIsNamedByItsMetadata() throws Exception {
		try (PlatformServer ecs = PlatformServer.ecs();
				LogbackApplication application = start(
						"<group>{ecs:cluster}/{ecs:container}</group><stream>{ecs:task-id}</stream>",
						Map.of("ECS_CONTAINER_METADATA_URI_V4", ecs.uri().toString()))) {
			application.logger("shop").info("sold");
		}
		assertThat(messages("default/curl", "cd189a933e5849daa9")).containsExactly("sold");
	}

	@Test
	void whereThePlatformNeverAnswersAStandInNamesTheStreamAndNoEventIsLost() throws Exception {
		try (PlatformServer ec2 = PlatformServer.ec2().hanging()) {
			LogbackApplication application = start(SHORT_WAIT + "<stream>{ec2:instance-id}/a</stream>",
					Map.of("aws.ec2MetadataServiceEndpoint", ec2.uri().toString()));
			application.logger("shop").info("before");
			application.appender().flush(Duration.ofSeconds(10));
			ec2.goOn();
			application.logger("shop").info("after");
			application.close();
			assertThat(messages("test", "none/a")).containsExactly("before", "after");
			assertThat(warnings(application)).contains("The variable {ec2:instance-id} has no value"
					+ " (EC2: it does not answer): names have 'none' in its place as long as the appender runs.");
		}
	}

	@Test
	void whereThePlatformFailsTheHostNameNamesTheInstance() throws Exception {
		try (PlatformServer ec2 = PlatformServer.ec2().failing(Integer.MAX_VALUE);
				LogbackApplication application = start(
						SHORT_WAIT + "<stream>{instance}</stream><group>{hostname}</group>",
						Map.of("aws.ec2MetadataServiceEndpoint", ec2.uri().toString()))) {
			application.logger("shop").info("sold");
		}
		String hostname = this.server.groups().get(0).name();
		assertThat(messages(hostname, hostname)).containsExactly("sold");
	}

	@Test
	void whatIsLostBeforeThePlatformAnswersIsCounted() throws Exception {
		try (PlatformServer ec2 = PlatformServer.ec2().hanging()) {
			LogbackApplication application = start(
					"<shutdownTimeout>0 seconds</shutdownTimeout><stream>{ec2:instance-id}</stream>",
					Map.of("aws.ec2MetadataServiceEndpoint", ec2.uri().toString()));
			application.logger("shop").info("too late");
			CloudWatchAppender appender = application.appender();
			application.close();
			DeliverySnapshot snapshot = appender.snapshot();
			assertThat(snapshot.balance().accepted()).isEqualTo(1);
			assertThat(snapshot.balance().totalDropped()).isEqualTo(1);
			assertThat(warnings(application))
				.contains("Stopped with 1 undelivered events: 1 of test / *{ec2:instance-id}");
			assertThat(warnings(application)).noneMatch((warning) -> warning.contains("defect"));
		}
	}

	@Test
	void whatAProcessLeftInTheSpoolBeforeThePlatformAnswersIsDeliveredByTheNext(@TempDir Path directory)
			throws Exception {
		String spool = "<shutdownTimeout>%s seconds</shutdownTimeout><spool><enabled>true</enabled><directory>"
				+ directory + "</directory></spool>";
		try (PlatformServer ec2 = PlatformServer.ec2().hanging()) {
			Map<String, String> onEc2 = Map.of("aws.ec2MetadataServiceEndpoint", ec2.uri().toString());
			try (LogbackApplication application = start(spool.formatted(0) + "<stream>{ec2:instance-id}</stream>",
					onEc2)) {
				application.logger("shop").info("left behind");
			}
			ec2.goOn();
			try (LogbackApplication application = start(spool.formatted(10), onEc2)) {
				await().until(() -> application.appender().snapshot().balance().delivered() == 1);
			}
		}
		assertThat(messages("test", "i-1234567890abcdef0")).containsExactly("left behind");
	}

	@Test
	void noPlatformIsAskedWhereNoNameNeedsIt() throws Exception {
		try (PlatformServer ec2 = PlatformServer.ec2(); PlatformServer ecs = PlatformServer.ecs()) {
			try (LogbackApplication application = start("<stream>{hostname}/{region}</stream>",
					Map.of("aws.ec2MetadataServiceEndpoint", ec2.uri().toString(), "ECS_CONTAINER_METADATA_URI_V4",
							ecs.uri().toString()))) {
				application.logger("shop").info("sold");
			}
			assertThat(ec2.requests()).isEmpty();
			assertThat(ecs.requests()).isEmpty();
		}
	}

	@Test
	void aStreamThatFailsWhileItHasAPlaceholderIsToldByItsName() throws Exception {
		this.server.faults().on("PutLogEvents").always().serviceUnavailable();
		try (PlatformServer ec2 = PlatformServer.ec2();
				LogbackApplication application = start(
						"<shutdownTimeout>0 seconds</shutdownTimeout><stream>{ec2:instance-id}</stream>",
						Map.of("aws.ec2MetadataServiceEndpoint", ec2.uri().toString()))) {
			application.logger("shop").info("sold");
			application.appender().flush(Duration.ZERO);
			await().until(() -> warnings(application).stream()
				.anyMatch((warning) -> warning.startsWith("Cannot deliver to test / i-1234567890abcdef0: ")));
		}
	}

	private LogbackApplication start(String options) throws Exception {
		return start(options, Map.of());
	}

	private LogbackApplication start(String options, Map<String, String> properties) throws Exception {
		return LogbackApplication.startWithText(this.server, options, properties);
	}

	private static List<String> warnings(LogbackApplication application) {
		return application.context()
			.getStatusManager()
			.getCopyOfStatusList()
			.stream()
			.filter((status) -> status.getLevel() == Status.WARN)
			.map(Status::getMessage)
			.toList();
	}

	private List<String> messages(String group, String stream) {
		return this.server.events(group, stream).stream().map(ReceivedEvent::message).toList();
	}

}
