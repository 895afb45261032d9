package io.github.cloudwatchlogging.mask;

import java.util.regex.Pattern;

import io.github.cloudwatchlogging.settings.MaskPreset;

/**
 * What is known of texts that must not be seen. Apart from {@link Masking}, so that
 * nothing is compiled where nobody asks for it.
 */
final class PresetMasks {

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

	private PresetMasks() {
	}

	static TextMask mask(MaskPreset preset, String replacement) {
		return switch (preset) {
			case AUTHORIZATION -> new PatternMask(AUTHORIZATION, replacement);
			case BEARER_TOKEN -> new PatternMask(BEARER_TOKEN, replacement);
			case JWT -> new PatternMask(JWT, replacement);
			case CARD_NUMBER -> new CardNumberMask(replacement);
			case PASSWORD -> new PatternMask(PASSWORD, replacement);
			case AWS_ACCESS_KEY -> new PatternMask(AWS_ACCESS_KEY, replacement);
		};
	}

}
