package io.github.cloudwatchlogging.logback.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * Events as nobody should log them.
 */
final class RandomEvents {

	private static final String[] HOSTILE = { "", "@timestamp", "@x", "\"", "\\", "\n", "\r\n", "\u0000", "\u007F",
			"\u0085", "\u2028", "\uD800", "\uDC00\uD800", "\uFEFF", "\uD83D\uDE00", "level", "message", "exception",
			"mdc.level", "kv.level", "kv.kv.level", "otherFields", "exception.type", "a", "b", "c", "a.b", "service",
			"{\"passed\":2}", "{\"passed\":{\"_aws\":[1]}}", "{\"passed\":1,\"_aws\":{}}", "{\"", "null", "${x}", "{}",
			"%n", "4111111111111111", "Authorization: Basic abc", "eyJa.b.c", "password=x" };

	private static final Level[] LEVELS = { Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR };

	private final Events events = new Events();

	private final Random random;

	private int nested;

	RandomEvents(Random random) {
		this.random = random;
	}

	int nestedEvents() {
		return this.nested;
	}

	/**
	 * Returns the next event.
	 * @param encoder where the objects log to that log when they are shown
	 */
	LoggingEvent next(Encoder<ILoggingEvent> encoder) {
		Throwable exception = (this.random.nextInt(4) == 0) ? exception(3) : null;
		LoggingEvent event = this.events.event(LEVELS[this.random.nextInt(LEVELS.length)], text(),
				oneIn(50) ? null : text(), exception, oneIn(3) ? new Object[] { value(encoder) } : new Object[0]);
		event.setInstant(Instant.ofEpochMilli(this.random.nextLong() >> this.random.nextInt(60)));
		event.setMDCPropertyMap(mdc());
		int pairs = oneIn(200) ? 300 : this.random.nextInt(5);
		for (int index = 0; index < pairs; index++) {
			event.addKeyValuePair(new KeyValuePair(oneIn(100) ? null : text(), value(encoder)));
		}
		for (int marker = this.random.nextInt(oneIn(50) ? 60 : 2); marker > 0; marker--) {
			event.addMarker(MarkerFactory.getDetachedMarker("m" + text()));
		}
		return event;
	}

	private Map<String, String> mdc() {
		Map<String, String> mdc = new HashMap<>();
		int entries = oneIn(500) ? 1000 : this.random.nextInt(6);
		for (int index = 0; index < entries; index++) {
			mdc.put((entries > 100) ? text() + index : text(), oneIn(20) ? null : text());
		}
		return mdc;
	}

	private @Nullable Object value(Encoder<ILoggingEvent> encoder) {
		return switch (this.random.nextInt(16)) {
			case 0 -> null;
			case 1 -> this.random.nextInt();
			case 2 -> this.random.nextLong();
			case 3 -> Double.longBitsToDouble(this.random.nextLong());
			case 4 -> Float.intBitsToFloat(this.random.nextInt());
			case 5 -> this.random.nextBoolean();
			case 6 -> new BigInteger(this.random.nextInt(500), this.random);
			case 7 -> new BigDecimal(BigInteger.valueOf(this.random.nextLong()), this.random.nextInt());
			case 8 -> (char) this.random.nextInt(Character.MAX_VALUE + 1);
			case 9 -> new Throwing(this.random.nextInt(5));
			case 10 -> new Logging(encoder);
			case 11 -> Arrays.asList(text(), null, 1);
			case 12 -> Collections.singletonMap(text(), text());
			case 13 -> new byte[] { 1 };
			case 14 -> Long.MIN_VALUE;
			default -> text();
		};
	}

	private Throwable exception(int depth) {
		Throwable exception = oneIn(2) ? new IllegalStateException(text()) : new Exception(text());
		exception.setStackTrace(Arrays.copyOf(exception.getStackTrace(), this.random.nextInt(4)));
		if (depth > 0 && oneIn(2)) {
			Throwable cause = exception(depth - 1);
			exception.initCause(cause);
			if (oneIn(3)) {
				cause.addSuppressed(exception);
			}
			else if (oneIn(3) && cause.getCause() == null && oneIn(2)) {
				cause.addSuppressed(exception(depth - 1));
			}
		}
		if (depth > 0 && oneIn(4)) {
			exception.addSuppressed(exception(depth - 1));
		}
		return exception;
	}

	private String text() {
		if (oneIn(2)) {
			return HOSTILE[this.random.nextInt(HOSTILE.length)];
		}
		int[] bounds = { 0x20, 0x80, 0x100, 0x3000, 0x10000 };
		int bound = bounds[this.random.nextInt(bounds.length)];
		char[] text = new char[this.random.nextInt(oneIn(100) ? 3000 : 12)];
		for (int index = 0; index < text.length; index++) {
			text[index] = (char) this.random.nextInt(bound);
		}
		return new String(text);
	}

	private boolean oneIn(int count) {
		return this.random.nextInt(count) == 0;
	}

	private static final class Throwing {

		private final int kind;

		private Throwing(int kind) {
			this.kind = kind;
		}

		@Override
		@SuppressWarnings({ "NullAway", "ToStringReturnsNull" })
		public String toString() {
			switch (this.kind) {
				case 0 -> throw new IllegalStateException("\n");
				case 1 -> throw new StackOverflowError();
				case 2 -> throw new NoClassDefFoundError("gone");
				case 3 -> throw new AssertionError("never");
				default -> {
					return null;
				}
			}
		}

	}

	/**
	 * Logs when it is shown, while the event that it belongs to is encoded.
	 */
	private final class Logging {

		private final Encoder<ILoggingEvent> encoder;

		private Logging(Encoder<ILoggingEvent> encoder) {
			this.encoder = encoder;
		}

		@Override
		public String toString() {
			RandomEvents.this.nested++;
			LoggingEvent event = RandomEvents.this.events.pairs("nested", List.of(RandomEvents.this.nested));
			return Events.JACKSON.readTree(this.encoder.encode(event)).get("message").stringValue();
		}

	}

}
