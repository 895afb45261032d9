package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The messages that arrived in the stream to which {@link TestApplications} send.
 */
final class ArrivedMessages {

	private ArrivedMessages() {
	}

	static List<String> at(EmbeddedCloudWatchLogs server) {
		return server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
	}

	static void assertFromTheFirstLineToTheLast(EmbeddedCloudWatchLogs server) {
		List<String> messages = at(server);
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
	}

	static void assertEachOnce(EmbeddedCloudWatchLogs server, String... texts) {
		List<String> messages = at(server);
		for (String text : texts) {
			assertThat(messages).filteredOn((message) -> message.contains(text)).as(text).hasSize(1);
		}
	}

}
