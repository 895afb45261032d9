package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.regex.Pattern;

/**
 * Hides what may be the id of an AWS account: health and metrics may be public, and a
 * name can have it in it.
 */
final class AccountIds {

	private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

	private AccountIds() {
	}

	static String hide(String name) {
		return TWELVE_DIGITS.matcher(name).replaceAll("***");
	}

}
