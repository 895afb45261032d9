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

	private volatile Second last = new Second(Long.MAX_VALUE, null, null);

	DateText(ConvertedText converted) {
		this.converted = converted;
	}

	@Override
	public void write(ILoggingEvent event, Utf8Buffer target) {
		long millis = event.getTimeStamp();
		int millisOfSecond = Math.floorMod(millis, MILLIS_PER_SECOND);
		Second second = this.last;
		if (second.firstMillis() != millis - millisOfSecond) {
			second = learn(millis - millisOfSecond);
			this.last = second;
		}
		if (second.beforeMillis() == null) {
			this.converted.write(event, target);
			return;
		}
		target.put(second.beforeMillis());
		if (second.afterMillis() != null) {
			target.putThreeDigits(millisOfSecond);
			target.put(second.afterMillis());
		}
	}

	private Second learn(long firstMillis) {
		String first = at(firstMillis);
		String last = at(firstMillis + MILLIS_PER_SECOND - 1);
		if (first.equals(last)) {
			return new Second(firstMillis, utf8(first), null);
		}
		int index = Arrays.mismatch(first.toCharArray(), last.toCharArray());
		String rest = first.substring(Math.min(index + FIRST.length(), first.length()));
		if (first.startsWith(FIRST, index) && last.equals(first.substring(0, index) + LAST + rest)) {
			return new Second(firstMillis, utf8(first.substring(0, index)), utf8(rest));
		}
		return new Second(firstMillis, null, null);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private String at(long millis) {
		LoggingEvent event = new LoggingEvent();
		event.setTimeStamp(millis);
		return this.converted.of(event);
	}

	/**
	 * How the dates of a second are written.
	 *
	 * @param firstMillis its first millisecond
	 * @param beforeMillis what stands before the milliseconds, or {@code null} if each
	 * date is to be asked for
	 * @param afterMillis what stands behind them, or {@code null} if they are not shown
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Second(long firstMillis, byte @Nullable [] beforeMillis, byte @Nullable [] afterMillis) {

	}

}
