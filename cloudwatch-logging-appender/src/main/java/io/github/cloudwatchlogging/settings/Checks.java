package io.github.cloudwatchlogging.settings;

import java.time.Duration;
import java.util.Locale;

/**
 * The checks that several settings share.
 */
final class Checks {

	private Checks() {
	}

	static void inRange(String setting, long value, long least, long most, String unit) {
		if (value < least || value > most) {
			throw new InvalidSettingException(setting, value + unit,
					"It must lie between " + least + unit + " and " + most + unit + ".",
					"Choose a value in that range.");
		}
	}

	static void inRange(String setting, Duration value, Duration least, Duration most) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			throw new InvalidSettingException(setting, readable(value),
					"It must lie between " + readable(least) + " and " + readable(most) + ".",
					"Choose a value in that range.");
		}
	}

	static void length(String setting, Object value, String text, int least, int most) {
		if (text.length() < least || text.length() > most) {
			throw new InvalidSettingException(setting, value,
					"'" + abbreviated(text) + "' has " + text.length() + " characters.",
					"Use " + least + " to " + most + " characters.");
		}
	}

	private static String abbreviated(String text) {
		return (text.length() > 40) ? text.substring(0, 40) + "..." : text;
	}

	/**
	 * Returns a name in the form in which all its spellings are equal.
	 */
	static String normal(String name) {
		return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static String readable(Duration duration) {
		long millis = duration.toMillis();
		return (millis % 1000 == 0) ? (millis / 1000) + "s" : millis + "ms";
	}

}
