package io.github.cloudwatchlogging.logback.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.settings.FieldSelection;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.JsonSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which members an event has, and under which names.
 */
class FieldsTests {

	private final Events events = new Events();

	@Test
	void staticFieldsStandInAllEventsInTheirOrder() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("service", "orders");
		fields.put("a\"b", "c\nd");
		JsonNode json = Events.json(Events.withStaticFields(fields), this.events.event("x", null));
		assertThat(json.propertyNames()).containsExactly("timestamp", "level", "logger", "thread", "message", "service",
				"a\"b");
		assertThat(json.get("service").stringValue()).isEqualTo("orders");
		assertThat(json.get("a\"b").stringValue()).isEqualTo("c\nd");
	}

	@Test
	void aStaticFieldKeepsItsName() {
		this.events.mdc("service", "of the context");
		LoggingEvent event = this.events.pairs("service", "of a pair");
		JsonNode json = Events.json(Events.withStaticFields(Map.of("service", "orders")), event);
		assertThat(json.get("service").stringValue()).isEqualTo("orders");
		assertThat(json.get("mdc.service").stringValue()).isEqualTo("of the context");
		assertThat(json.get("kv.service").stringValue()).isEqualTo("of a pair");
	}

	@ParameterizedTest
	@ValueSource(strings = { "level", "otherFields", "exception.type", "" })
	void aNameOfOurOwnIsNotGivenAway(String name) {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> Events.withStaticFields(Map.of(name, "x")));
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> FieldSelection.of("json.mdc", List.of(), List.of(), Map.of("x", name)))
			.satisfies((ex) -> assertThat(ex.getSetting()).isEqualTo("json.mdc.rename.x"));
	}

	@Test
	void staticFieldsAreBounded() {
		Map<String, String> many = new LinkedHashMap<>();
		for (int field = 0; field < 51; field++) {
			many.put("f" + field, "");
		}
		assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> Events.withStaticFields(many));
	}

	@Test
	void onlyWhatIsIncludedAndNotExcludedBecomesAMember() {
		for (String key : List.of("tenant", "user.id", "user.name", "user.password", "other")) {
			this.events.mdc(key, key);
		}
		JsonSettings settings = Events.with(
				FieldSelection.of("json.mdc", List.of("tenant", "user.*"), List.of("*.password"), Map.of()),
				FieldSelection.of("json.key-values", List.of(), List.of("debug"), Map.of()));
		JsonNode json = Events.json(settings, this.events.pairs("debug", 1, "total", 2));
		assertThat(json.propertyNames()).containsOnly("timestamp", "level", "logger", "thread", "message", "tenant",
				"user.id", "user.name", "total");
	}

	@Test
	void aMemberHasItsNewNameAndStillGivesWay() {
		this.events.mdc("traceId", "4bf9");
		this.events.mdc("trace_id", "was there");
		JsonSettings settings = Events.with(
				FieldSelection.of("json.mdc", List.of(), List.of("trace_id"), Map.of("traceId", "trace_id")),
				FieldSelection.of("json.key-values", List.of(), List.of(), Map.of("ms", "response_time_ms")));
		JsonNode json = Events.json(settings, this.events.pairs("ms", 45, "response_time_ms", 46));
		assertThat(json.get("trace_id").stringValue()).isEqualTo("4bf9");
		assertThat(json.get("response_time_ms").intValue()).isEqualTo(45);
		assertThat(json.get("kv.response_time_ms").intValue()).isEqualTo(46);
	}

	@Test
	void namesThatAreTheSameInUtf8AreNotTheSameMember() {
		JsonNode json = Events.json(JsonSettings.DEFAULT, this.events.pairs("\uD800", 1, "\uDBFF", 2, "\uFFFD", 3));
		assertThat(json.get("\uFFFD").intValue()).isEqualTo(1);
		assertThat(json.get("kv.\uFFFD").intValue()).isEqualTo(2);
		assertThat(json.get("kv.kv.\uFFFD").intValue()).isEqualTo(3);
	}

	@Test
	void strangeNamesAreNames() {
		JsonNode json = Events.json(JsonSettings.DEFAULT,
				this.events.pairs("", 1, "@timestamp", 2, "a.b", 3, "\u0000\n", 4, "null", 5));
		assertThat(json.propertyNames()).contains("", "@timestamp", "a.b", "\u0000\n", "null");
	}

	@Test
	void aNumberThatReadersRefuseBecomesText() {
		String digits = "9".repeat(101);
		JsonNode json = Events.json(JsonSettings.DEFAULT, this.events.pairs("big", new BigInteger(digits)));
		assertThat(json.get("big").stringValue()).isEqualTo(digits);
	}

	@Test
	void anEventHasAsManyFieldsAsInsightsFindsAndTheRestAsText() {
		for (int index = 0; index < 1000; index++) {
			this.events.mdc("key" + index, "value " + index);
		}
		Exception exception = new IllegalStateException("x");
		LoggingEvent event = this.events.event("x", exception);
		for (int marker = 0; marker < 30; marker++) {
			event.addMarker(MarkerFactory.getMarker("M" + marker));
		}
		event.addKeyValuePair(new KeyValuePair("last", 5));
		JsonNode json = Events.json(Events.withStaticFields(Map.of("service", "orders")), event);
		// Truncation may add one more.
		assertThat(leaves(json)).isEqualTo(199);
		String rest = json.get("otherFields").stringValue();
		assertThat(rest).endsWith(" last=5");
		List<String> missing = new ArrayList<>();
		for (int index = 0; index < 1000; index++) {
			if (json.get("key" + index) == null && !(rest + " ").contains("key" + index + "=value " + index + " ")) {
				missing.add("key" + index);
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void anEventWithJustEnoughFieldsHasNoRest() {
		for (int index = 0; index < 193; index++) {
			this.events.mdc("key" + index, "");
		}
		JsonNode json = Events.json(JsonSettings.DEFAULT, this.events.event("x", null));
		assertThat(json.get("otherFields")).isNull();
		assertThat(leaves(json)).isEqualTo(198);
	}

	private static int leaves(JsonNode node) {
		if (!node.isContainer()) {
			return 1;
		}
		return StreamSupport.stream(node.spliterator(), false).mapToInt(FieldsTests::leaves).sum();
	}

}
