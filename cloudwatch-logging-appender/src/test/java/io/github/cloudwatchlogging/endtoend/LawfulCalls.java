package io.github.cloudwatchlogging.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests of the messages start from: a server that never has to refuse a call as
 * invalid, whatever is logged.
 */
abstract class LawfulCalls {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	final EmbeddedCloudWatchLogs server = logs.server();

	@AfterEach
	void noCallWasRefusedAsInvalid() {
		assertThat(this.server.requests("PutLogEvents").stream().map(RecordedRequest::errorType))
			.doesNotContain("InvalidParameterException");
	}

	/**
	 * Returns the messages that were stored, in the order of their arrival.
	 */
	List<String> messages() {
		return this.server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
	}

	static JsonNode json(String message) {
		return JsonMapper.shared().readTree(message);
	}

	static int utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
