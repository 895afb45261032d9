package io.github.cloudwatchlogging.logback.routing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * Loggers by name. A pattern means the logger and all below it, as in Logback; a star in
 * it stands for any characters. Immutable.
 */
public final class LoggerPatterns {

	private final List<Pattern> patterns;

	private LoggerPatterns(List<Pattern> patterns) {
		this.patterns = patterns;
	}

	/**
	 * Returns the patterns.
	 * @param setting where they come from, for the exception
	 * @param patterns such as {@code com.example}, {@code audit.*} or {@code *.sql}
	 * @return the patterns
	 * @throws InvalidSettingException if one of them can never match
	 */
	public static LoggerPatterns of(String setting, List<String> patterns) {
		return new LoggerPatterns(patterns.stream().map((pattern) -> compile(setting, pattern)).toList());
	}

	private static Pattern compile(String setting, String pattern) {
		if (pattern.isBlank() || !pattern.equals(pattern.strip()) || pattern.endsWith(".")) {
			throw new InvalidSettingException(setting, pattern, "There is no logger of such a name.",
					"Name loggers such as com.example, audit.* or *.sql.");
		}
		String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
		return Pattern.compile(regex + "(\\..*)?", Pattern.DOTALL);
	}

	boolean isEmpty() {
		return this.patterns.isEmpty();
	}

	boolean match(String logger) {
		return this.patterns.stream().anyMatch((pattern) -> pattern.matcher(logger).matches());
	}

}
