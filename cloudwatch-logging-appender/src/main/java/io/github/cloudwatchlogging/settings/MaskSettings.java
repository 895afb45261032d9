package io.github.cloudwatchlogging.settings;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is replaced before an event is encoded.
 *
 * @param names the members whose whole value is replaced
 * @param patterns what is replaced wherever a text has it: the pattern's first group, or
 * all that it matches where it has none
 * @param presets what is replaced wherever a text has it
 * @param replacement what takes its place
 */
public record MaskSettings(NamePatterns names, List<Pattern> patterns, Set<MaskPreset> presets, String replacement) {

	/**
	 * What takes the place of a masked value where nobody says.
	 */
	public static final String DEFAULT_REPLACEMENT = "***";

	/**
	 * Nothing is replaced.
	 */
	public static final MaskSettings NONE = of(List.of(), List.of(), Set.of(), DEFAULT_REPLACEMENT);

	private static final String PATTERNS = "json.mask.patterns";

	public MaskSettings {
		patterns = List.copyOf(patterns);
		presets = Set.copyOf(presets);
		Checks.length("json.mask.replacement", replacement, replacement, 0, 100);
	}

	/**
	 * Returns the settings.
	 * @param names the members' names, in any case, in which {@code *} stands for any
	 * text
	 * @param patterns regular expressions
	 * @param presets what is known already
	 * @param replacement what takes its place; at most 100 characters
	 * @return the settings
	 * @throws InvalidSettingException if a pattern is none, or matches an empty text
	 */
	public static MaskSettings of(List<String> names, List<String> patterns, Collection<MaskPreset> presets,
			String replacement) {
		return new MaskSettings(new NamePatterns(names, true), patterns.stream().map(MaskSettings::compile).toList(),
				Set.copyOf(presets), replacement);
	}

	private static Pattern compile(String pattern) {
		try {
			Pattern compiled = Pattern.compile(pattern);
			if (compiled.matcher("").find()) {
				throw new InvalidSettingException(PATTERNS, pattern, "It matches an empty text.",
						"Have it match at least one character.");
			}
			return compiled;
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidSettingException(PATTERNS, pattern, "It is no regular expression: " + ex.getDescription()
					+ ((ex.getIndex() >= 0) ? " at " + ex.getIndex() : "") + ".", "Correct it.", ex);
		}
	}

	/**
	 * Returns whether nothing is replaced.
	 * @return whether there is neither a name nor a pattern
	 */
	public boolean isEmpty() {
		return this.names.isEmpty() && this.patterns.isEmpty() && this.presets.isEmpty();
	}

	// Patterns have no equality of their own.
	@Override
	public boolean equals(Object other) {
		return other instanceof MaskSettings that && this.names.equals(that.names)
				&& texts(this.patterns).equals(texts(that.patterns)) && this.presets.equals(that.presets)
				&& this.replacement.equals(that.replacement);
	}

	@Override
	public int hashCode() {
		return this.names.hashCode() + 31 * texts(this.patterns).hashCode();
	}

	private static List<String> texts(List<Pattern> patterns) {
		return patterns.stream().map(Pattern::pattern).toList();
	}

}
