package io.github.cloudwatchlogging.logback;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.cloudwatchlogging.logback.format.JsonEventEncoder;
import io.github.cloudwatchlogging.settings.OversizePolicy;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link MessageLength}, on what our own encoder wrote.
 */
class MessageLengthTests {

	private static final JsonMapper JACKSON = JsonMapper.shared();

	private static final int LARGEST = 1_048_550;

	private final LoggerContext context = new LoggerContext();

	MessageLengthTests() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
	}

	@Test
	void allowsAMessageOfExactlyTheLargestSize() {
		MessageLength length = new MessageLength(OversizePolicy.TRUNCATE, LARGEST);
		assertThat(length.allows(LARGEST)).isTrue();
		assertThat(length.allows(LARGEST + 1)).isFalse();
	}

	@Test
	void anEventThatIsOneByteTooLargeLosesOnlyWhatItHasTo() {
		int without = encode("").length;
		byte[] shortened = shorten(encode("x".repeat(LARGEST - without + 1)), LARGEST);
		assertThat(shortened.length).isBetween(LARGEST - 40, LARGEST);
		JsonNode json = JACKSON.readTree(shortened);
		assertThat(json.get("truncatedBytes").intValue()).isBetween(1, 41);
		assertThat(json.get("message").asString().length() + json.get("truncatedBytes").intValue())
			.isEqualTo(LARGEST - without + 1);
	}

	@Test
	void aMessageOfFiveMegabytesStaysJson() {
		for (String part : List.of("x", "\u00E9", "\n", "\u0001", "\uD83D\uDE00", "\uD800")) {
			byte[] shortened = shorten(encode(part.repeat(5_000_000 / part.length())), LARGEST);
			assertThat(shortened.length).isBetween(LARGEST - 60, LARGEST);
			JsonNode json = JACKSON.readTree(shortened);
			assertThat(json.get("truncatedBytes").longValue()).isPositive();
			assertThat(json.get("logger").asString()).isEqualTo("com.example.Shop");
			assertThat(json.get("message").asString()).startsWith(part.equals("\uD800") ? "\uFFFD" : part);
		}
	}

	@Test
	void onlyTheLongestValuesAreCut() {
		this.context.getMDCAdapter().put("short", "s".repeat(200));
		LoggingEvent event = event("m".repeat(3_000));
		event.addKeyValuePair(new KeyValuePair("long", "l".repeat(5_000)));
		byte[] shortened = shorten(new JsonEventEncoder().encode(event), 2_000);
		assertThat(shortened.length).isBetween(1_950, 2_000);
		JsonNode json = JACKSON.readTree(shortened);
		assertThat(json.get("short").asString()).hasSize(200);
		assertThat(json.get("message").asString()).hasSameSizeAs(json.get("long").asString());
		assertThat(json.get("truncatedBytes").intValue())
			.isEqualTo(8_000 - 2 * json.get("message").asString().length());
	}

	private static byte[] shorten(byte[] message, int largest) {
		List<byte[]> replacements = new MessageLength(OversizePolicy.TRUNCATE, largest).replace(message);
		assertThat(replacements).hasSize(1);
		return replacements.get(0);
	}

	private byte[] encode(String message) {
		return new JsonEventEncoder().encode(event(message));
	}

	private LoggingEvent event(String message) {
		return new LoggingEvent("caller", this.context.getLogger("com.example.Shop"), Level.INFO, message, null, null);
	}

}
