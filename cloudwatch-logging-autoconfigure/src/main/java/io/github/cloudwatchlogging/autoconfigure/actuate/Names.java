package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.Map;
import java.util.TreeMap;

import io.github.cloudwatchlogging.settings.Choices;

/**
 * Constants as operators read them: in lower case, as in properties.
 */
final class Names {

	private Names() {
	}

	static String of(Enum<?> constant) {
		return Choices.name(constant);
	}

	static <K extends Enum<K>> Map<String, Long> of(Map<K, Long> counts) {
		Map<String, Long> named = new TreeMap<>();
		counts.forEach((constant, count) -> named.put(of(constant), count));
		return named;
	}

}
