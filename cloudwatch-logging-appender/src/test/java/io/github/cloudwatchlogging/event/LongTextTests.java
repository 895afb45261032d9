package io.github.cloudwatchlogging.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link LongText}.
 */
class LongTextTests {

	@Test
	void cutsATextThatIsOneByteTooLongAndSaysSo() {
		assertThat(shorten("x".repeat(101))).hasSize(100).startsWith("xxx").endsWith("x... [1+ bytes truncated]");
	}

	@Test
	void neverCutsACodePoint() {
		for (int blanks = 0; blanks < 4; blanks++) {
			String text = " ".repeat(blanks) + "\uD83D\uDE00".repeat(40);
			String shortened = shorten(text);
			assertThat(bytes(shortened).length).isBetween(97, 100);
			assertThat(text).startsWith(shortened.substring(0, shortened.indexOf("...")));
		}
	}

	@Test
	void numbersThePartsOfASplitText() {
		assertThat(split("a".repeat(30) + "b".repeat(30) + "c".repeat(5), 49, 7)).containsExactly(
				"[part 1/3 of #7] " + "a".repeat(30), "[part 2/3 of #7] " + "b".repeat(30),
				"[part 3/3 of #7] " + "c".repeat(5));
	}

	@Test
	void splitsBetweenCodePoints() {
		String text = "x" + "\uD83D\uDE00".repeat(30);
		List<String> parts = split(text, 60, 1);
		assertThat(parts).allSatisfy((part) -> assertThat(part).matches("\\[part \\d/\\d of #1] x?(\uD83D\uDE00)+"));
		assertThat(together(parts)).isEqualTo(text);
	}

	@Test
	void splitsIntoPartsThatFitAndAreTheTextAgain() {
		Random random = new Random(9);
		for (int round = 0; round < 2_000; round++) {
			String text = randomText(random, 100 + random.nextInt(2_000));
			int most = 50 + random.nextInt(200);
			List<String> parts = split(text, most, random.nextLong(1_000_000));
			assertThat(parts).allSatisfy((part) -> assertThat(bytes(part).length).isLessThanOrEqualTo(most));
			assertThat(together(parts)).isEqualTo(text);
		}
	}

	private static String together(List<String> parts) {
		return parts.stream().map((part) -> part.substring(part.indexOf("] ") + 2)).collect(Collectors.joining());
	}

	private static String randomText(Random random, int length) {
		int[] bounds = { 0x80, 0x800, 0xD800, 0x110000 };
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < length; index++) {
			int codePoint = random.nextInt(bounds[random.nextInt(bounds.length)]);
			text.appendCodePoint((codePoint >= 0xD800 && codePoint <= 0xDFFF) ? 0x1F600 : codePoint);
		}
		return text.toString();
	}

	private static String shorten(String text) {
		byte[] whole = bytes(text);
		String shortened = new String(LongText.shorten(whole, 100), StandardCharsets.UTF_8);
		assertThat(whole).isEqualTo(bytes(text));
		return shortened;
	}

	private static List<String> split(String text, int most, long number) {
		return LongText.split(bytes(text), most, number)
			.stream()
			.map((part) -> new String(part, StandardCharsets.UTF_8))
			.toList();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
