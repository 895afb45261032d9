package io.github.cloudwatchlogging.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How much of a stack trace is written, and in which order.
 *
 * @param rootCauseFirst whether the innermost cause comes first, and what it was wrapped
 * in behind it
 * @param maxDepth the most frames of each exception, 1 to 10,000; {@code null} for all
 * @param maxLength the most characters of the whole, 100 to 1,000,000; {@code null} for
 * all
 * @param excludeFrames how the frames that are left out begin, such as
 * {@code org.springframework.cglib.}
 */
public record StackTraceSettings(boolean rootCauseFirst, @Nullable Integer maxDepth, @Nullable Integer maxLength,
		List<String> excludeFrames) {

	/**
	 * All of it, as Java prints it.
	 */
	public static final StackTraceSettings DEFAULT = new StackTraceSettings(false, null, null, List.of());

	public StackTraceSettings {
		excludeFrames = List.copyOf(excludeFrames);
		if (maxDepth != null) {
			Checks.inRange("json.stack-trace.max-depth", maxDepth, 1, 10_000, "");
		}
		if (maxLength != null) {
			Checks.inRange("json.stack-trace.max-length", maxLength, 100, 1_000_000, "");
		}
		if (excludeFrames.contains("")) {
			throw new InvalidSettingException("json.stack-trace.exclude-frames", "",
					"All frames begin with an empty text.", "Remove it, or name a package.");
		}
	}

}
