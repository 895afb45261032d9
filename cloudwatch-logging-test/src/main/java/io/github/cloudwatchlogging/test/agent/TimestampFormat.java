package io.github.cloudwatchlogging.test.agent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the time in a line: the first text that looks like one, with a fraction of three
 * digits.
 */
final class TimestampFormat {

	private static final Map<String, String> DIRECTIVES = Map.of("%Y", "(?<Y>\\d{4})", "%m", "(?<m>\\s?\\d{1,2})", "%d",
			"(?<d>\\s?\\d{1,2})", "%H", "(?<H>\\d{2})", "%M", "(?<M>\\d{2})", "%S", "(?<S>\\d{2})", "%f",
			"(?<f>\\d{1,9})");

	private final Pattern pattern;

	TimestampFormat(String format) {
		StringBuilder regex = new StringBuilder();
		int index = 0;
		while (index < format.length()) {
			if (format.charAt(index) == '%') {
				String directive = format.substring(index, index + 2);
				String known = DIRECTIVES.get(directive);
				if (known == null) {
					throw new IllegalArgumentException("This reader does not know " + directive);
				}
				regex.append(known);
				index += 2;
			}
			else {
				regex.append(Pattern.quote(format.substring(index, index + 1)));
				index++;
			}
		}
		this.pattern = Pattern.compile(regex.toString());
	}

	@Nullable Instant find(String line) {
		Matcher time = this.pattern.matcher(line);
		if (!time.find()) {
			return null;
		}
		String fraction = (time.group("f") + "000").substring(0, 3);
		return LocalDateTime
			.of(number(time, "Y"), number(time, "m"), number(time, "d"), number(time, "H"), number(time, "M"),
					number(time, "S"), Integer.parseInt(fraction) * 1_000_000)
			.toInstant(ZoneOffset.UTC);
	}

	private static int number(Matcher time, String group) {
		return Integer.parseInt(time.group(group).strip());
	}

}
