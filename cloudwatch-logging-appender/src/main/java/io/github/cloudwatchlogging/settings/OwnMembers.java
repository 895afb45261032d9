package io.github.cloudwatchlogging.settings;

import java.util.Set;

/**
 * The names in the JSON of an event that are never given to anything else, whether an
 * event has them or not: a query on {@code level} finds levels.
 */
public final class OwnMembers {

	/**
	 * All of them. Those of the exception are there as Insights shows them, too.
	 */
	public static final Set<String> NAMES = Set.of("timestamp", "level", "logger", "thread", "message", "eventId",
			"markers", "otherFields", "exception", "exception.type", "exception.message", "exception.stackTrace",
			"truncatedBytes");

	private OwnMembers() {
	}

	static void refuse(String setting, String value, String name) {
		if (name.isEmpty() || NAMES.contains(name)) {
			throw new InvalidSettingException(setting, value,
					name.isEmpty() ? "The name is empty." : "Each event has a member of that name, or may have one.",
					"Choose another name.");
		}
	}

}
