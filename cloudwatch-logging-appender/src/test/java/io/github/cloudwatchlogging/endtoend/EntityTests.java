package io.github.cloudwatchlogging.endtoend;

import java.util.List;
import java.util.Map;

import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The entity that the events come from.
 */
class EntityTests {

	private static final String ENTITY = """
			<entity>
				<keyAttributes>
					<type>%s</type>
					<name>orders</name>
					<environment>production</environment>
				</keyAttributes>
				<attribute><key>Platform</key><value>ECS</value></attribute>
			</entity>
			""";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void anEntityThatTheServiceTakesIsNoNews() throws Exception {
		CloudWatchAppender appender = deliverTwoBatches(ENTITY.formatted("Service"), List.of());
		assertThat(appender.snapshot().rejectedEntities()).isEmpty();
	}

	// The server knows no such type: that it says so shows that the entity arrived.
	@Test
	void anEntityThatTheServiceRejectsCostsNoEventIsCountedAndToldOnce() throws Exception {
		CloudWatchAppender appender = deliverTwoBatches(ENTITY.formatted("Sevice"), List.of("InvalidTypeValue"));
		assertThat(appender.snapshot().rejectedEntities()).isEqualTo(Map.of("InvalidTypeValue", 2L));
	}

	@Test
	void eachKindOfErrorIsToldOnce() throws Exception {
		this.server.faults().on("PutLogEvents").always().rejectEntity("EntitySizeTooLarge");
		CloudWatchAppender appender = deliverTwoBatches(ENTITY.formatted("Service"), List.of("EntitySizeTooLarge"));
		assertThat(appender.snapshot().rejectedEntities()).isEqualTo(Map.of("EntitySizeTooLarge", 2L));
		assertThat(appender.snapshot().balance().delivered()).isEqualTo(2);
	}

	@Test
	void eventsThatAreRejectedDoNotHideARejectedEntity() throws Exception {
		this.server.faults().on("PutLogEvents").always().rejectTooNew(1);
		try (LogbackApplication application = LogbackApplication.start(this.server, ENTITY.formatted("Sevice"))) {
			CloudWatchAppender appender = application.appender();
			application.logger("a").info("one");
			appender.stop();
			assertThat(appender.snapshot().rejectedEntities()).containsOnlyKeys("InvalidTypeValue");
			assertThat(appender.snapshot().balance().totalRejected()).isEqualTo(1);
		}
	}

	private CloudWatchAppender deliverTwoBatches(String options, List<String> told) throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server,
				options + "<batch><maxEvents>1</maxEvents></batch>")) {
			CloudWatchAppender appender = application.appender();
			application.logger("a").info("one");
			application.logger("a").info("two");
			List<Status> before = application.context().getStatusManager().getCopyOfStatusList();
			assertThat(before).noneMatch((status) -> status.getLevel() == Status.ERROR);
			appender.stop();
			assertThat(this.server.events("test", "stream")).hasSize(2);
			assertThat(application.context()
				.getStatusManager()
				.getCopyOfStatusList()
				.stream()
				.map(Status::getMessage)
				.filter((message) -> message.contains("without their entity"))).hasSameSizeAs(told)
				.allMatch((message) -> told.stream().allMatch(message::contains));
			return appender;
		}
	}

}
