package io.github.cloudwatchlogging.autoconfigure;

import java.util.Map;

import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.LogGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The properties of new groups, of the entity and of the wire, seen at the server.
 */
class ProvisioningPropertiesTests {

	private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1234abcd";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void aNewGroupIsAsThePropertiesSay() {
		runAndClose("--cloudwatch.logs.create.retention-days=30", "--cloudwatch.logs.create.kms-key=" + KEY,
				"--cloudwatch.logs.create.group-class=infrequent-access", "--cloudwatch.logs.create.tags.team=orders",
				"--cloudwatch.logs.create.tags.[cost:center]=4711",
				"--cloudwatch.logs.create.deletion-protection=true");
		await("the retention, for which no event waits")
			.until(() -> this.server.groups().get(0).retentionInDays() != null);
		LogGroup group = this.server.groups().get(0);
		assertThat(group.retentionInDays()).isEqualTo(30);
		assertThat(group.kmsKeyId()).isEqualTo(KEY);
		assertThat(group.logGroupClass()).isEqualTo("INFREQUENT_ACCESS");
		assertThat(group.tags()).isEqualTo(Map.of("team", "orders", "cost:center", "4711"));
		assertThat(group.deletionProtection()).isTrue();
	}

	@Test
	void anEntityThatTheServiceRejectsIsCountedAndCostsNoEvent() {
		CloudWatchAppender appender = runAndClose("--cloudwatch.logs.entity.key-attributes.type=Sevice",
				"--cloudwatch.logs.entity.key-attributes.Name=orders",
				"--cloudwatch.logs.entity.attributes.[EC2.InstanceId]=i-1");
		assertThat(appender.snapshot().rejectedEntities()).containsOnlyKeys("InvalidTypeValue");
		assertThat(appender.snapshot().balance().delivered()).isEqualTo(this.server.eventCount());
	}

	@Test
	void eventsAreCompressedOnDemandOnly() {
		runAndClose();
		assertThat(this.server.requests()).extracting(RecordedRequest::contentEncoding).containsOnlyNulls();
		this.server.clear();
		runAndClose("--cloudwatch.logs.delivery.compression=gzip");
		assertThat(this.server.requests("PutLogEvents")).extracting(RecordedRequest::contentEncoding)
			.containsOnly("gzip");
	}

	private CloudWatchAppender runAndClose(String... properties) {
		ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, properties));
		CloudWatchAppender appender = context.getBean(CloudWatchAppender.class);
		context.close();
		assertThat(this.server.eventCount()).isPositive();
		return appender;
	}

}
