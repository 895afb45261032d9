package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The code blocks of a Markdown page, in their order. Immutable.
 */
public final class MarkdownBlocks {

	private static final String FENCE = "```";

	private static final Path PROJECT = Path.of("..");

	private final Path page;

	private final List<Block> blocks;

	private MarkdownBlocks(Path page, List<Block> blocks) {
		this.page = page;
		this.blocks = List.copyOf(blocks);
	}

	/**
	 * Reads a page.
	 * @param page its path from the project's root
	 */
	public static MarkdownBlocks of(String page) {
		return of(PROJECT.resolve(page));
	}

	/**
	 * Reads all pages that are for readers.
	 */
	static List<MarkdownBlocks> allPages() {
		try (Stream<Path> guide = Files.walk(PROJECT.resolve("docs"))) {
			Stream<Path> others = Stream
				.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "sample-app/README.md", "benchmarks/README.md")
				.map(PROJECT::resolve);
			return Stream.concat(others, guide.filter((file) -> file.toString().endsWith(".md")).sorted())
				.map(MarkdownBlocks::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the blocks in some languages of all pages that are for readers.
	 */
	static Stream<Block> ofAllPages(String... languages) {
		return allPages().stream()
			.flatMap(MarkdownBlocks::blocks)
			.filter((block) -> List.of(languages).contains(block.language()));
	}

	private static MarkdownBlocks of(Path page) {
		List<Block> blocks = new ArrayList<>();
		List<String> lines = lines(page);
		int number = 0;
		while (number < lines.size()) {
			String line = lines.get(number++);
			if (line.startsWith(FENCE)) {
				int start = number;
				while (!lines.get(number).equals(FENCE)) {
					number++;
				}
				String text = String.join("\n", lines.subList(start, number)) + "\n";
				String place = PROJECT.relativize(page) + ":" + start;
				blocks.add(new Block(place, line.substring(FENCE.length()), text));
				number++;
			}
		}
		return new MarkdownBlocks(page, blocks);
	}

	private static List<String> lines(Path page) {
		return read(page).lines().toList();
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns what is in a file of the project.
	 * @param file its path from the project's root
	 */
	static String read(String file) {
		return read(PROJECT.resolve(file));
	}

	/**
	 * Returns the anchors of a page's headings.
	 */
	static List<String> anchors(Path page) {
		return lines(page).stream()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
			.toList();
	}

	Path page() {
		return this.page;
	}

	/**
	 * Returns the page without its blocks.
	 */
	String prose() {
		return Pattern.compile("(?s)^```.*?^```$", Pattern.MULTILINE).matcher(read(this.page)).replaceAll("");
	}

	Stream<Block> blocks() {
		return this.blocks.stream();
	}

	/**
	 * Returns what the blocks in a language say.
	 */
	public List<String> in(String language) {
		return this.blocks.stream().filter((block) -> block.language().equals(language)).map(Block::text).toList();
	}

	/**
	 * Returns what the first block in a language says that begins so.
	 */
	public String first(String language, String start) {
		return in(language).stream().filter((text) -> text.startsWith(start)).findFirst().orElseThrow();
	}

	/**
	 * Returns what the first block in a language says.
	 */
	public String first(String language) {
		return first(language, "");
	}

	/**
	 * A block.
	 *
	 * @param place the page and the line, for people
	 * @param language the word behind the fence, or an empty text
	 * @param text its lines, each with its end
	 */
	record Block(String place, String language, String text) {

		@Override
		public String toString() {
			return this.place;
		}

	}

}
