package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.nio.charset.StandardCharsets;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Names a stream in one segment of a URL: group and stream, with a colon between, which
 * neither can contain. Other characters than letters, digits, {@code _}, {@code -} and
 * {@code .} are written like in a URL, with a tilde in place of the percent sign, because
 * servers refuse {@code %2F}.
 */
final class StreamId {

	private StreamId() {
	}

	static String of(Destination destination) {
		return escape(destination.group()) + ":" + escape(destination.stream());
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
