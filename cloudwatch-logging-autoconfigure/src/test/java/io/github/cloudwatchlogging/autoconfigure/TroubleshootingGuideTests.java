package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.delivery.Trouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on troubleshooting against the sources: what it quotes is told, and what is
 * told is on it.
 */
class TroubleshootingGuideTests {

	private static final String PAGE = MarkdownBlocks.read("docs/troubleshooting.md");

	private static final String SPOOL = MarkdownBlocks.read("docs/crash-safe-mode.md");

	/**
	 * The call that tells, and the first text of what it tells.
	 */
	private static final Pattern TOLD = Pattern
		.compile("(?:addWarn|addError|\\.warn|\\bwarn|warnings\\.accept)\\(\\s*\"([^\"]+)\"");

	@Test
	void whatThePageQuotesIsInTheSources() throws IOException {
		String sources = sources();
		List<String> quoted = Pattern.compile("(?m)^\\| ([A-Z(][^|]+?) \\|")
			.matcher(section("## Warnings"))
			.results()
			.map((row) -> row.group(1))
			.toList();
		assertThat(quoted).hasSizeGreaterThan(20);
		for (String warning : quoted) {
			for (String part : warning.split("\\{?\\.\\.\\.\\}?", -1)) {
				assertThat(sources).as(warning).contains(part.strip().replaceAll("^\\(|\\)$|[:.,)]+$", ""));
			}
		}
	}

	@Test
	void whatTheSourcesTellIsOnThePage() throws IOException {
		List<String> told = TOLD.matcher(sources()).results().map((match) -> match.group(1).strip()).toList();
		String pages = (PAGE + SPOOL).replaceAll("\\s+", " ");
		assertThat(told).hasSizeGreaterThan(20).allSatisfy((text) -> assertThat(pages).contains(beginning(text)));
	}

	// What follows may be broken into lines, or a number's place.
	private static String beginning(String text) {
		return Stream.of(text.split(" ", -1)).limit(3).collect(Collectors.joining(" ")).replaceAll("[:.{(]+$", "");
	}

	@Test
	void eachKindOfTroubleHasARow() {
		assertThat(Stream.of(Trouble.Kind.values())
			.map((kind) -> "| `" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` |"))
			.allSatisfy((row) -> assertThat(PAGE).contains(row));
	}

	private static String section(String heading) {
		String rest = PAGE.substring(PAGE.indexOf(heading) + heading.length());
		return rest.substring(0, rest.indexOf("\n## "));
	}

	/**
	 * All sources, with texts that are put together from several lines as one.
	 */
	private static String sources() throws IOException {
		StringBuilder sources = new StringBuilder();
		for (String module : List.of("cloudwatch-logging-appender", "cloudwatch-logging-autoconfigure")) {
			try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
				files.filter((file) -> file.toString().endsWith(".java"))
					.forEach((file) -> sources.append(MarkdownBlocks.read(file)));
			}
		}
		return sources.toString().replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\\?\\? \"", "");
	}

}
