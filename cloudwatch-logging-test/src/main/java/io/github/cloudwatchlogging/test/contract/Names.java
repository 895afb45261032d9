package io.github.cloudwatchlogging.test.contract;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What groups and streams may be called (API model: {@code LogGroupName},
 * {@code LogStreamName}).
 */
public final class Names {

	private static final int MAX_LENGTH = 512;

	private static final Pattern GROUP = Pattern.compile("[\\.\\-_/#A-Za-z0-9]+");

	private static final Pattern STREAM = Pattern.compile("[^:*]*");

	private Names() {
	}

	/**
	 * Requires the name of a group.
	 * @param constraints what collects the violations
	 * @param name the name
	 */
	public static void group(Constraints constraints, @Nullable String name) {
		constraints.text("logGroupName", name, 1, MAX_LENGTH, GROUP);
	}

	/**
	 * Requires the name of a stream.
	 * @param constraints what collects the violations
	 * @param name the name
	 */
	public static void stream(Constraints constraints, @Nullable String name) {
		constraints.text("logStreamName", name, 1, MAX_LENGTH, STREAM);
	}

	/**
	 * Refuses a new group whose name is reserved.
	 * @param name the name
	 */
	public static void refuseReserved(String name) {
		if (name.toLowerCase(Locale.ROOT).startsWith("aws/")) {
			throw ServiceException.invalidParameter("Log groups starting with AWS/ are reserved for AWS.");
		}
	}

}
