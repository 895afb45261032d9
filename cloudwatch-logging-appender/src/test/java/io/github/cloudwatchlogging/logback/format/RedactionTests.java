package io.github.cloudwatchlogging.logback.format;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.settings.FieldSelection;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.MaskSettings;
import io.github.cloudwatchlogging.settings.PassThrough;
import io.github.cloudwatchlogging.settings.StackTraceSettings;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is masked appears nowhere in the JSON of an event.
 */
class RedactionTests {

	private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl";

	private static final String CARD = "4111 1111 1111 1111";

	private static final MaskSettings MASK = MaskSettings.of(List.of("password", "*secret*"),
			List.of("customer-(\\d+)"), List.of(MaskPreset.values()), "***");

	private final Events events = new Events();

	@Test
	void aMemberIsMaskedByItsNameWhateverItIs() {
		this.events.mdc("clientSecret", "abc");
		JsonNode json = Events.json(Events.with(MASK),
				this.events.pairs("Password", 12345, "SECRET", null, "other", 1));
		assertThat(json.get("clientSecret").stringValue()).isEqualTo("***");
		assertThat(json.get("Password").stringValue()).isEqualTo("***");
		assertThat(json.get("SECRET").stringValue()).isEqualTo("***");
		assertThat(json.get("other").intValue()).isEqualTo(1);
	}

	@Test
	void aTokenACardAndAHeaderAreMaskedWhereverTheyAre() {
		this.events.mdc("session", TOKEN);
		Exception cause = new IllegalArgumentException("Card " + CARD + " of customer-4711 was declined");
		Exception exception = new IllegalStateException("Authorization: Basic dXNlcjpwYXNz", cause);
		exception.addSuppressed(new Exception("token=" + TOKEN));
		LoggingEvent event = this.events.event(Level.WARN, "worker of customer-4711", "Sent {} with Bearer {}",
				exception, CARD, TOKEN);
		event.addKeyValuePair(new KeyValuePair("card", 4111111111111111L));
		event.addKeyValuePair(new KeyValuePair("headers", List.of("Authorization: Basic dXNlcjpwYXNz")));
		String text = Events.text(new JsonEventEncoder(Events.with(MASK)), event);
		assertThat(text).doesNotContain("4111", "eyJ", "dXNlcjpwYXNz", "4711");
		JsonNode json = Events.JACKSON.readTree(text);
		assertThat(json.get("message").stringValue()).isEqualTo("Sent *** with Bearer ***");
		assertThat(json.get("card").stringValue()).isEqualTo("***");
		assertThat(json.at("/exception/message").stringValue()).isEqualTo("Authorization: ***");
		assertThat(json.at("/exception/stackTrace").stringValue())
			.contains("Caused by: java.lang.IllegalArgumentException: Card *** of customer-*** was declined")
			.contains("\tat ");
	}

	@Test
	void whatFindsNoRoomAsAMemberIsMaskedToo() {
		for (int index = 0; index < 300; index++) {
			this.events.mdc("key" + index, CARD);
			this.events.mdc("secret" + index, "abc");
		}
		String text = Events.text(new JsonEventEncoder(Events.with(MASK)), this.events.event("x", null));
		assertThat(text).contains("otherFields").doesNotContain("4111", "abc");
	}

	@Test
	void aMessageThatPassesThroughIsMaskedInside() {
		LoggingEvent event = this.events.event("{\"a\": {\"password\": {\"x\": \"abc\"}}, \"b\": [\"" + CARD
				+ "\", 4111111111111111, 42], \"message\": \"\\u0034111111111111111\"}", null);
		assertThat(Events.text(new JsonEventEncoder(Events.with(PassThrough.OBJECTS, MASK)), event))
			.isEqualTo("{\"a\":{\"password\":\"***\"},\"b\":[\"***\",\"***\",42],\"message\":\"***\"}");
	}

	@Test
	void aMaskedNameKeepsItsMaskWhenItIsRenamed() {
		JsonSettings settings = new JsonSettings(Map.of(), FieldSelection.ALL,
				FieldSelection.of("json.key-values", List.of(), List.of(), Map.of("password", "p", "q", "password")),
				StackTraceSettings.DEFAULT, MASK, PassThrough.NONE, false);
		JsonNode json = Events.json(settings, this.events.pairs("password", "abc", "q", "def"));
		assertThat(json.get("p").stringValue()).isEqualTo("***");
		assertThat(json.get("password").stringValue()).isEqualTo("***");
	}

	@Test
	void numbersStayNumbersBesideAMask() {
		JsonNode json = Events.json(Events.with(MASK),
				this.events.pairs("ms", 45, "ratio", 0.5, "yes", true, "no", null));
		assertThat(json.get("ms").intValue()).isEqualTo(45);
		assertThat(json.get("ratio").doubleValue()).isEqualTo(0.5);
		assertThat(json.get("yes").booleanValue()).isTrue();
		assertThat(json.get("no").isNull()).isTrue();
	}

}
