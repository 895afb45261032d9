package io.github.cloudwatchlogging.logback.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.MarkerFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link JsonEventEncoder}, read back by Jackson.
 */
class JsonEventEncoderTests {

	private final Events events = new Events();

	private final JsonEventEncoder encoder = new JsonEventEncoder();

	@Test
	void aPlainEventHasItsFiveMembersAndNothingElse() {
		LoggingEvent event = this.events.event("Hello {}", null, "world");
		assertThat(new String(this.encoder.encode(event), StandardCharsets.UTF_8))
			.isEqualTo("{\"timestamp\":\"2027-01-15T08:00:00.007Z\",\"level\":\"INFO\",\"logger\":\"com.example.Shop\","
					+ "\"thread\":\"main\",\"message\":\"Hello world\"}");
	}

	@Test
	void thereIsNothingBeforeAndBehindTheEvents() {
		assertThat(this.encoder.headerBytes()).isEmpty();
		assertThat(this.encoder.footerBytes()).isEmpty();
	}

	@Test
	void anEventWithoutAMessageIsAnEvent() {
		assertThat(encode(this.events.event(null, null)).get("message").asString()).isEqualTo("null");
	}

	@Test
	void theContextBecomesMembers() {
		this.events.mdc("traceId", "4bf9");
		this.events.mdc("a\"b", "line\nline");
		JsonNode json = encode(this.events.event("x", null));
		assertThat(json.get("traceId").asString()).isEqualTo("4bf9");
		assertThat(json.get("a\"b").asString()).isEqualTo("line\nline");
	}

	@Test
	void aContextValueThatIsNullCostsNothing() {
		this.events.mdc("key", null);
		assertThat(encode(this.events.event("x", null)).get("key").isNull()).isTrue();
	}

	@Test
	void numbersBooleansAndNullKeepTheirTypes() {
		JsonNode json = encode(this.events.pairs("int", 1, "long", Long.MIN_VALUE, "short", (short) 2, "byte",
				(byte) -3, "double", 1.5e300, "float", 0.5f, "big", BigInteger.TEN.pow(30), "decimal",
				new BigDecimal("1E+3"), "yes", true, "nothing", null));
		assertThat(json.get("int").isInt()).isTrue();
		assertThat(json.get("long").longValue()).isEqualTo(Long.MIN_VALUE);
		assertThat(json.get("short").intValue()).isEqualTo(2);
		assertThat(json.get("byte").intValue()).isEqualTo(-3);
		assertThat(json.get("double").doubleValue()).isEqualTo(1.5e300);
		assertThat(json.get("float").doubleValue()).isEqualTo(0.5);
		assertThat(json.get("big").bigIntegerValue()).isEqualTo(BigInteger.TEN.pow(30));
		assertThat(json.get("decimal").doubleValue()).isEqualTo(1000);
		assertThat(json.get("yes").isBoolean()).isTrue();
		assertThat(json.get("nothing").isNull()).isTrue();
	}

	@Test
	void whatJsonHasNoTypeForBecomesText() {
		JsonNode json = encode(this.events.pairs("nan", Double.NaN, "infinite", Float.NEGATIVE_INFINITY, "char", 'c',
				"list", List.of(1, 2), "atomic", new AtomicLong(7)));
		assertThat(json.get("nan").stringValue()).isEqualTo("NaN");
		assertThat(json.get("infinite").stringValue()).isEqualTo("-Infinity");
		assertThat(json.get("char").stringValue()).isEqualTo("c");
		assertThat(json.get("list").stringValue()).isEqualTo("[1, 2]");
		assertThat(json.get("atomic").stringValue()).isEqualTo("7");
	}

	@Test
	void aValueThatCannotBeShownCostsTheValueAndNotTheEvent() {
		JsonNode json = encode(
				this.events.pairs("throws", new ThrowsWhenShown(), "null", new ShownAsNull(), "good", 1));
		assertThat(json.get("throws").asString()).isEqualTo("[FAILED toString()]");
		assertThat(json.get("null").asString()).isEqualTo("null");
		assertThat(json.get("good").intValue()).isEqualTo(1);
	}

	@Test
	void aNameThatIsTakenGetsAPrefix() {
		this.events.mdc("level", "of the context");
		this.events.mdc("user", "of the context");
		JsonNode json = encode(this.events.pairs("message", "of a pair", "user", "of a pair"));
		assertThat(json.get("level").asString()).isEqualTo("INFO");
		assertThat(json.get("mdc.level").asString()).isEqualTo("of the context");
		assertThat(json.get("message").asString()).isEqualTo("x");
		assertThat(json.get("kv.message").asString()).isEqualTo("of a pair");
		assertThat(json.get("user").asString()).isEqualTo("of the context");
		assertThat(json.get("kv.user").asString()).isEqualTo("of a pair");
	}

	@Test
	void aNameThatIsUsedTwiceByPairsGetsAPrefixToo() {
		JsonNode json = encode(this.events.pairs("user", 1, "user", 2, "level", 3, "level", 4));
		assertThat(json.get("user").intValue()).isEqualTo(1);
		assertThat(json.get("kv.user").intValue()).isEqualTo(2);
		assertThat(json.get("kv.level").intValue()).isEqualTo(3);
		assertThat(json.get("kv.kv.level").intValue()).isEqualTo(4);
	}

	@Test
	void markersBecomeAnArray() {
		LoggingEvent event = this.events.event("x", null);
		event.addMarker(MarkerFactory.getMarker("AUDIT"));
		event.addMarker(MarkerFactory.getMarker("a\"b"));
		JsonNode json = encode(event).get("markers");
		assertThat(json.isArray()).isTrue();
		assertThat(json.get(0).asString()).isEqualTo("AUDIT");
		assertThat(json.get(1).asString()).isEqualTo("a\"b");
	}

	@Test
	void anExceptionHasItsTypeItsMessageAndItsStackTrace() {
		Exception exception = new IllegalStateException("outer", new IllegalArgumentException("inner"));
		JsonNode json = encode(this.events.event("x", exception)).get("exception");
		assertThat(json.get("type").asString()).isEqualTo("java.lang.IllegalStateException");
		assertThat(json.get("message").asString()).isEqualTo("outer");
		assertThat(json.get("stackTrace").asString()).startsWith("java.lang.IllegalStateException: outer")
			.contains("anExceptionHasItsType", "Caused by: java.lang.IllegalArgumentException: inner");
	}

	@Test
	void anExceptionThatCausedItselfEnds() {
		Exception one = new IllegalStateException("one");
		Exception other = new IllegalStateException("other", one);
		one.initCause(other);
		other.addSuppressed(one);
		assertThat(encode(this.events.event("x", one)).get("exception").get("stackTrace").asString())
			.contains("CIRCULAR");
	}

	private JsonNode encode(LoggingEvent event) {
		return Events.JACKSON.readTree(this.encoder.encode(event));
	}

	private static final class ThrowsWhenShown {

		@Override
		public String toString() {
			throw new IllegalStateException("no");
		}

	}

	private static final class ShownAsNull {

		@Override
		@SuppressWarnings({ "NullAway", "ToStringReturnsNull" })
		public String toString() {
			return null;
		}

	}

}
