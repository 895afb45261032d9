package io.github.cloudwatchlogging.logback.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.settings.FieldSelection;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.MaskSettings;
import io.github.cloudwatchlogging.settings.PassThrough;
import io.github.cloudwatchlogging.settings.StackTraceSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is logged becomes one JSON object on one line.
 */
class EncoderFuzzTests {

	private static final int EVENTS = 200_000;

	private static final List<JsonSettings> SETTINGS = List.of(JsonSettings.DEFAULT,
			Events.with(MaskSettings.of(List.of("*a*"), List.of("[a-z]\\d"), List.of(MaskPreset.values()), "\"***\n")),
			Events.with(PassThrough.OBJECTS, MaskSettings.NONE), Events.withEventId(),
			new JsonSettings(Map.of("service", "\u2028\uD800"),
					FieldSelection.of("json.mdc", List.of("*"), List.of("x*"), Map.of("a", "b", "c", "b")),
					FieldSelection.of("json.key-values", List.of(), List.of(), Map.of("a", "service")),
					new StackTraceSettings(true, 2, 500, List.of("java.")), MaskSettings.NONE, PassThrough.METRICS,
					true));

	@Test
	void whateverIsLoggedBecomesOneJsonObjectOnOneLine() {
		RandomEvents events = new RandomEvents(new Random(20_261_121));
		List<JsonEventEncoder> encoders = SETTINGS.stream().map(JsonEventEncoder::new).toList();
		for (int round = 0; round < EVENTS; round++) {
			LoggingEvent event = events.next(encoders.get(round % encoders.size()));
			byte[] bytes = encoders.get(round % encoders.size()).encode(event);
			assertOneLine(bytes);
			JsonNode json = Events.JACKSON.readTree(bytes);
			assertThat(json.isObject()).isTrue();
			if (!json.has("passed") && !json.isEmpty()) {
				assertThat(json.get("level").stringValue()).isEqualTo(event.getLevel().toString());
				assertThat(json.has("message")).isTrue();
			}
		}
		assertThat(events.nestedEvents()).isGreaterThan(EVENTS / 1000);
	}

	private static void assertOneLine(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		boolean oneLine = text.chars()
			.noneMatch((character) -> character < ' ' || character == 0x7F || character == 0x85 || character == 0x2028
					|| character == 0x2029);
		assertThat(oneLine).isTrue();
		assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
		assertThat(text).startsWith("{").endsWith("}");
	}

}
