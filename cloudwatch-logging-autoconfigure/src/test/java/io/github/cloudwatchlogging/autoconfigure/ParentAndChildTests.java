package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A context and its child, which shares the parent's client bean.
 */
class ParentAndChildTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void theParentGoesOnDeliveringWhenAChildWithASettingOfItsOwnIsClosed() {
		ConfigurableApplicationContext child = runChild("child");
		ConfigurableApplicationContext parent = parentOf(child);
		child.close();
		assertThat(messages("child")).anyMatch((message) -> message.contains("the last line"));
		LoggerFactory.getLogger("later").info("only for the parent");
		parent.close();
		assertThat(messages("parent")).anyMatch((message) -> message.contains("only for the parent"))
			.anyMatch((message) -> message.contains("the last line"));
		assertThat(messages("child")).noneMatch((message) -> message.contains("only for the parent"));
	}

	@Test
	void theChildIsDeliveredToItsLastLineWhenTheParentIsClosed() {
		ConfigurableApplicationContext child = runChild("child");
		ConfigurableApplicationContext parent = parentOf(child);
		parent.close();
		assertThat(child.isActive()).isFalse();
		assertThat(messages("child")).anyMatch((message) -> message.contains("the last line"));
		assertThat(messages("parent").stream().filter((message) -> message.contains("the last line"))).hasSize(2);
	}

	@Test
	void aChildWithEqualSettingsSharesTheAppender() {
		ConfigurableApplicationContext child = runChild("parent");
		ConfigurableApplicationContext parent = parentOf(child);
		child.close();
		LoggerFactory.getLogger("later").info("logged once");
		parent.close();
		assertThat(messages("parent").stream().filter((message) -> message.contains("logged once"))).hasSize(1);
	}

	private ConfigurableApplicationContext runChild(String stream) {
		ConfigurableApplicationContext parent = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=parent"));
		return new SpringApplicationBuilder(TestApplications.LoggingAtItsEnd.class).web(WebApplicationType.NONE)
			.parent(parent)
			.run(TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=" + stream));
	}

	private static ConfigurableApplicationContext parentOf(ApplicationContext child) {
		return (ConfigurableApplicationContext) Objects.requireNonNull(child.getParent());
	}

	private List<String> messages(String stream) {
		return this.server.events("test", stream).stream().map(ReceivedEvent::message).toList();
	}

}
