package io.github.cloudwatchlogging.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.MaskSettings;

/**
 * Replaces what must not be seen, by a member's name and by what is in a text.
 * Thread-safe.
 */
public final class Masking {

	// Each begins at one place in a run of its characters and never goes back: linear in
	// the length of the text.
	private static final Pattern AUTHORIZATION = Pattern
		.compile("(?i)authorization(?:[\"']\\s*+[:=]\\s*+[\"']([^\"'\\r\\n]++)|\\s*+[:=]\\s*+([^\\r\\n]++))");

	private static final Pattern BEARER_TOKEN = Pattern.compile("(?i)\\bbearer\\s++([A-Za-z0-9._~+/=-]++)");

	private static final Pattern JWT = Pattern
		.compile("(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]*+){1,4}+");

	private static final Pattern PASSWORD = Pattern
		.compile("(?i)(?:password|passwd|passphrase|pwd|secret|token|api[-_]?key|secret[-_]?key|access[-_]?key)"
				+ "(?:[\"']\\s*+[:=]\\s*+[\"']?+|\\s*+[:=]\\s*+[\"']?+)([^\\s\"',;&})\\]]++)");

	private static final Pattern AWS_ACCESS_KEY = Pattern
		.compile("(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])");

	private final MaskSettings settings;

	private final TextMask[] masks;

	private Masking(MaskSettings settings) {
		this.settings = settings;
		List<TextMask> all = new ArrayList<>();
		Arrays.stream(MaskPreset.values())
			.filter(settings.presets()::contains)
			.forEach((preset) -> all.add(mask(preset, settings.replacement())));
		settings.patterns().forEach((pattern) -> all.add(new PatternMask(pattern, settings.replacement())));
		this.masks = all.toArray(TextMask[]::new);
	}

	/**
	 * Returns the masking of the settings.
	 * @param settings what to replace
	 * @return the masking
	 */
	public static Masking of(MaskSettings settings) {
		return new Masking(settings);
	}

	private static TextMask mask(MaskPreset preset, String replacement) {
		return switch (preset) {
			case AUTHORIZATION -> new PatternMask(AUTHORIZATION, replacement);
			case BEARER_TOKEN -> new PatternMask(BEARER_TOKEN, replacement);
			case JWT -> new PatternMask(JWT, replacement);
			case CARD_NUMBER -> new CardNumberMask(replacement);
			case PASSWORD -> new PatternMask(PASSWORD, replacement);
			case AWS_ACCESS_KEY -> new PatternMask(AWS_ACCESS_KEY, replacement);
		};
	}

	/**
	 * Returns whether anything is looked for in texts.
	 * @return whether {@link #text} can change anything
	 */
	public boolean readsTexts() {
		return this.masks.length > 0;
	}

	/**
	 * Returns whether a member's whole value is to be replaced.
	 * @param name the member's name
	 * @return whether it is masked
	 */
	public boolean hides(String name) {
		return this.settings.names().matches(name);
	}

	/**
	 * Returns what takes the place of a value.
	 * @return the text
	 */
	public String replacement() {
		return this.settings.replacement();
	}

	/**
	 * Returns a text without what must not be seen.
	 * @param text the text
	 * @return the very same text where there is nothing to replace
	 */
	public String text(String text) {
		String masked = text;
		for (TextMask mask : this.masks) {
			masked = mask.apply(masked);
		}
		return masked;
	}

}
