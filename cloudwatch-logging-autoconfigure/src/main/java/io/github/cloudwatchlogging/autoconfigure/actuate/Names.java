package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Constants as operators read them: in lower case, as in properties.
 */
final class Names {

	private Names() {
	}

	static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static <K extends Enum<K>> Map<String, Long> of(Map<K, Long> counts) {
		Map<String, Long> named = new TreeMap<>();
		counts.forEach((constant, count) -> named.put(of(constant), count));
		return named;
	}

}
