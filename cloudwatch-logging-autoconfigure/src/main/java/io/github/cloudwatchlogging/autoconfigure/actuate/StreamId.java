package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.github.cloudwatchlogging.event.AccountIds;
import io.github.cloudwatchlogging.event.Destination;

/**
 * Names a stream in one segment of a URL: group and stream, with a colon between, which
 * neither can contain. Other characters than letters, digits, {@code _}, {@code -} and
 * {@code .} are written like in a URL, with a tilde in place of the percent sign, because
 * servers refuse {@code %2F}. Where an account's id is hidden, a mark follows that tells
 * such names apart as long as the process lives; where there are several appenders,
 * {@code @} and the appender's name.
 */
final class StreamId {

	// Without it, the mark of a name would betray the name.
	private static final String SALT = UUID.randomUUID().toString();

	private StreamId() {
	}

	/**
	 * Returns the id of an appender's stream.
	 * @param appender its name, empty where it is the only one
	 * @param destination the log group and stream
	 */
	static String of(String appender, Destination destination) {
		return appender.isEmpty() ? of(destination) : of(destination) + "@" + escape(appender);
	}

	static String of(Destination destination) {
		String group = AccountIds.hide(destination.group());
		String stream = AccountIds.hide(destination.stream());
		String id = escape(group) + ":" + escape(stream);
		boolean hidden = !group.equals(destination.group()) || !stream.equals(destination.stream());
		return hidden ? id + ":" + mark(destination) : id;
	}

	private static String mark(Destination destination) {
		String salted = SALT + destination.group() + ":" + destination.stream();
		return UUID.nameUUIDFromBytes(salted.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
	}

	private static String escape(String name) {
		StringBuilder escaped = new StringBuilder();
		for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
			if (isPlain(octet)) {
				escaped.append((char) octet);
			}
			else {
				escaped.append("~%02X".formatted(octet));
			}
		}
		return escaped.toString();
	}

	private static boolean isPlain(byte octet) {
		return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9')
				|| octet == '_' || octet == '-' || octet == '.';
	}

}
