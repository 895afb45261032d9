package io.github.cloudwatchlogging.logback.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * A date, whose text is asked for twice a second at most: the texts of a second's first
 * and last millisecond show where the milliseconds stand, if they do. Where they show
 * something else, each date is asked for.
 */
final class DateText implements TextPart {

	private static final int MILLIS_PER_SECOND = 1000;

	private static final String FIRST = "000";

	private static final String LAST = "999";

	private final ConvertedText converted;

	private long firstMillis = Long.MAX_VALUE;

	private byte @Nullable [] beforeMillis;

	private byte @Nullable [] afterMillis;

	DateText(ConvertedText converted) {
		this.converted = converted;
	}

	@Override
	public void write(ILoggingEvent event, Utf8Buffer target) {
		long millis = event.getTimeStamp();
		int millisOfSecond = Math.floorMod(millis, MILLIS_PER_SECOND);
		if (this.firstMillis != millis - millisOfSecond) {
			learn(millis - millisOfSecond);
		}
		if (this.beforeMillis == null) {
			this.converted.write(event, target);
			return;
		}
		target.put(this.beforeMillis);
		if (this.afterMillis != null) {
			target.putThreeDigits(millisOfSecond);
			target.put(this.afterMillis);
		}
	}

	private void learn(long firstOfSecond) {
		String first = at(firstOfSecond);
		String last = at(firstOfSecond + MILLIS_PER_SECOND - 1);
		this.firstMillis = firstOfSecond;
		this.beforeMillis = null;
		this.afterMillis = null;
		if (first.equals(last)) {
			this.beforeMillis = utf8(first);
			return;
		}
		int index = mismatch(first, last);
		String rest = first.substring(Math.min(index + FIRST.length(), first.length()));
		if (first.startsWith(FIRST, index) && last.equals(first.substring(0, index) + LAST + rest)) {
			this.beforeMillis = utf8(first.substring(0, index));
			this.afterMillis = utf8(rest);
		}
	}

	private static int mismatch(String first, String last) {
		return Arrays.mismatch(first.toCharArray(), last.toCharArray());
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private String at(long millis) {
		LoggingEvent event = new LoggingEvent();
		event.setTimeStamp(millis);
		return this.converted.of(event);
	}

}
