package io.github.cloudwatchlogging.event;

import java.util.regex.Pattern;

/**
 * Hides what may be the id of an AWS account in a name: warnings, health and metrics may
 * be public.
 */
public final class AccountIds {

	private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

	private AccountIds() {
	}

	/**
	 * Returns a name without the ids of accounts.
	 * @param name a name, or several
	 * @return the name with asterisks in place of each twelve digits
	 */
	public static String hide(String name) {
		return TWELVE_DIGITS.matcher(name).replaceAll("***");
	}

}
