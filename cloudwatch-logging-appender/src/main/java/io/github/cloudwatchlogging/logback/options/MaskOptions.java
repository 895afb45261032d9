package io.github.cloudwatchlogging.logback.options;

import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.settings.Choices;
import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.MaskSettings;

/**
 * What is replaced before an event is encoded: {@code <mask>}.
 */
public final class MaskOptions {

	private final List<String> names = new ArrayList<>();

	private final List<String> patterns = new ArrayList<>();

	private final List<String> presets = new ArrayList<>();

	private String replacement = MaskSettings.DEFAULT_REPLACEMENT;

	/**
	 * Adds a member whose whole value is replaced: {@code <name>}.
	 * @param name the value
	 */
	public void addName(String name) {
		this.names.add(name);
	}

	/**
	 * Adds a regular expression: {@code <pattern>}.
	 * @param pattern the value
	 */
	public void addPattern(String pattern) {
		this.patterns.add(pattern);
	}

	/**
	 * Adds what is known already, such as {@code card-number}: {@code <preset>}.
	 * @param preset the value
	 */
	public void addPreset(String preset) {
		this.presets.add(preset);
	}

	/**
	 * Sets what takes the place of what is found.
	 * @param replacement the value
	 */
	public void setReplacement(String replacement) {
		this.replacement = replacement;
	}

	MaskSettings toSettings() {
		// Not when they are added: Joran would go on without them.
		List<MaskPreset> known = this.presets.stream()
			.map((preset) -> Choices.of("json.mask.presets", preset, MaskPreset.class))
			.toList();
		return MaskSettings.of(this.names, this.patterns, known, this.replacement);
	}

}
