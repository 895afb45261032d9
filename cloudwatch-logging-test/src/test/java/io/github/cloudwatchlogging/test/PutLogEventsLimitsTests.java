package io.github.cloudwatchlogging.test;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

import static org.assertj.core.api.Assertions.assertThat;

class PutLogEventsLimitsTests extends ServerWithStream {

	@Test
	void acceptsABatchOfExactly1048576Bytes() {
		Clients.put(this.client, event(524_288 - 26), event(524_288 - 26));
		assertThat(this.server.eventCount()).isEqualTo(2);
	}

	@Test
	void refusesABatchOfOneByteMore() {
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, event(524_288 - 26), event(524_288 - 25))))
			.isEqualTo("400 InvalidParameterException: " + "Upload too large: 1048577 bytes exceeds limit of 1048576");
		assertThat(this.server.eventCount()).isZero();
	}

	@Test
	void countsTwentySixBytesForEachEvent() {
		// 8,000 events of 105 bytes: 840,000 bytes of messages, 1,048,000 with the
		// overhead.
		Clients.put(this.client, Collections.nCopies(8_000, event(105)));
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, Collections.nCopies(8_000, event(106)))))
			.contains("Upload too large: 1056000 bytes");
	}

	@Test
	void countsUtf8BytesAndNotCharacters() {
		String twoBytes = "ä".repeat(524_275);
		Clients.put(this.client, Clients.event(NOW, twoBytes));
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, Clients.event(NOW, twoBytes + "ä"))))
			.contains("Log event too large: 1048578 bytes");
	}

	@Test
	void countsAMessageAndNotItsEscapes() {
		Clients.put(this.client, Clients.event(NOW, "\n\"\\\u0001".repeat(262_137) + "\n\n"));
		assertThat(this.server.requests("PutLogEvents").get(0).bodyBytes()).isGreaterThan(2_000_000);
		assertThat(this.server.events("g", "s").get(0).message()).hasSize(1_048_550);
	}

	@Test
	void acceptsAnEventOf1048550Bytes() {
		Clients.put(this.client, event(1_048_550));
		assertThat(this.server.eventCount()).isOne();
	}

	@Test
	void refusesAnEventOfOneByteMore() {
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, event(1_048_551)))).isEqualTo(
				"400 InvalidParameterException: " + "Log event too large: 1048577 bytes exceeds limit of 1048576");
	}

	@Test
	void accepts10000Events() {
		Clients.put(this.client, Collections.nCopies(10_000, event(1)));
		assertThat(this.server.eventCount()).isEqualTo(10_000);
		assertThat(this.server.requests("PutLogEvents").get(0).eventCount()).isEqualTo(10_000);
	}

	@Test
	void refuses10001Events() {
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, Collections.nCopies(10_001, event(1)))))
			.isEqualTo("400 InvalidParameterException: 1 validation error detected: Value '[10001 events]' at "
					+ "'logEvents' failed to satisfy constraint: Member must have length less than or equal to 10000");
	}

	@Test
	void refusesARequestWithoutEvents() {
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, List.of())))
			.isEqualTo("400 InvalidParameterException: 1 validation error detected: Value '[]' at "
					+ "'logEvents' failed to satisfy constraint: Member must have length greater than or equal to 1");
	}

	@Test
	void refusesABatchWithAnEmptyMessage() {
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, event(1), Clients.event(NOW, ""))))
			.isEqualTo("400 InvalidParameterException: 1 validation error detected: Value '' at "
					+ "'logEvents.2.member.message' failed to satisfy constraint: "
					+ "Member must have length greater than or equal to 1");
		assertThat(this.server.eventCount()).isZero();
	}

	@Test
	void tellsAllViolationsUpToTen() {
		List<InputLogEvent> empty = Collections.nCopies(12, Clients.event(NOW, ""));
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, empty)))
			.contains("10 validation errors detected: ", "'logEvents.1.member.message'", "; ",
					"'logEvents.10.member.message'")
			.doesNotContain("logEvents.11");
	}

	@Test
	void refusesAnEventWithoutTimestampOrMessage() {
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, InputLogEvent.builder().build()))).contains(
				"2 validation errors detected: ",
				"Value null at 'logEvents.1.member.timestamp' failed to satisfy constraint: "
						+ "Member must not be null",
				"Value null at 'logEvents.1.member.message' failed to satisfy constraint: "
						+ "Member must not be null");
	}

	@Test
	void refusesANegativeTimestamp() {
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, Clients.event(-1, "x"))))
			.contains("Value '-1' at 'logEvents.1.member.timestamp' failed to satisfy constraint: "
					+ "Member must have value greater than or equal to 0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "has:colon", "has*star" })
	void refusesAStreamNameWithForbiddenCharacters(String stream) {
		assertThat(Clients.refusalOf(() -> this.client
			.putLogEvents((request) -> request.logGroupName("g").logStreamName(stream).logEvents(event(1)))))
			.isEqualTo("400 InvalidParameterException: 1 validation error detected: Value '" + stream
					+ "' at 'logStreamName' failed to satisfy constraint: "
					+ "Member must satisfy regular expression pattern: [^:*]*");
	}

	@Test
	void refusesAGroupNameWithForbiddenCharacters() {
		assertThat(Clients.refusalOf(() -> this.client
			.putLogEvents((request) -> request.logGroupName("a b").logStreamName("s").logEvents(event(1)))))
			.contains("Value 'a b' at 'logGroupName' failed to satisfy constraint: "
					+ "Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
	}

	@Test
	void refusesAMissingGroup() {
		assertThat(Clients.refusalOf(() -> this.client
			.putLogEvents((request) -> request.logGroupName("none").logStreamName("s").logEvents(event(1)))))
			.isEqualTo("400 ResourceNotFoundException: The specified log group does not exist.");
	}

	@Test
	void refusesAMissingStream() {
		assertThat(Clients.refusalOf(() -> this.client
			.putLogEvents((request) -> request.logGroupName("g").logStreamName("none").logEvents(event(1)))))
			.isEqualTo("400 ResourceNotFoundException: The specified log stream does not exist.");
	}

	@Test
	void ignoresTheSequenceToken() {
		this.client.putLogEvents(
				(request) -> request.logGroupName("g").logStreamName("s").sequenceToken("wrong").logEvents(event(1)));
		assertThat(this.server.eventCount()).isOne();
	}

	@Test
	void storesARepeatedRequestTwice() {
		Clients.put(this.client, event(1));
		Clients.put(this.client, event(1));
		assertThat(this.server.eventCount()).isEqualTo(2);
	}

	private static InputLogEvent event(int bytes) {
		return Clients.event(NOW, "x".repeat(bytes));
	}

}
