package io.github.cloudwatchlogging.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Utf8} beside the JDK's own strict decoder.
 */
class Utf8Tests {

	private static final int[] INTERESTING = { 0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2,
			0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF };

	@Test
	void agreesWithTheJdkOnEverySequenceOfInterestingBytes() {
		int size = INTERESTING.length;
		for (int length = 0; length <= 4; length++) {
			for (int number = 0; number < Math.pow(size, length); number++) {
				byte[] bytes = new byte[length];
				int rest = number;
				for (int index = 0; index < length; index++) {
					bytes[index] = (byte) INTERESTING[rest % size];
					rest /= size;
				}
				assertAgreement(bytes);
			}
		}
	}

	@Test
	void agreesWithTheJdkOnRandomBytes() {
		Random random = new Random(1);
		for (int round = 0; round < 20_000; round++) {
			byte[] bytes = new byte[random.nextInt(12)];
			random.nextBytes(bytes);
			assertAgreement(bytes);
		}
	}

	@Test
	void agreesWithTheJdkOnRandomTextWithOneDamagedByte() {
		Random random = new Random(2);
		for (int round = 0; round < 20_000; round++) {
			byte[] bytes = randomText(random, 1 + random.nextInt(8));
			assertThat(Utf8.isValid(bytes)).isTrue();
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
			assertAgreement(bytes);
		}
	}

	@Test
	void agreesWithTheJdkOnTextThatEndsTooEarly() {
		byte[] bytes = "aé€😀".getBytes(StandardCharsets.UTF_8);
		for (int length = 0; length <= bytes.length; length++) {
			assertAgreement(java.util.Arrays.copyOf(bytes, length));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "2, 1", "3, 3", "4, 3", "5, 3", "6, 6", "7, 6", "8, 6", "9, 6", "10, 10" })
	void cutsAtTheCodePointBeforeTheLength(int length, int expected) {
		byte[] bytes = "aé€😀".getBytes(StandardCharsets.UTF_8);
		assertThat(bytes).hasSize(10);
		assertThat(Utf8.floorToCodePoint(bytes, length)).isEqualTo(expected);
	}

	@Test
	void losesAtMostThreeBytesWhenItCuts() {
		Random random = new Random(3);
		for (int round = 0; round < 5_000; round++) {
			byte[] bytes = randomText(random, 1 + random.nextInt(20));
			int length = random.nextInt(bytes.length + 1);
			int floor = Utf8.floorToCodePoint(bytes, length);
			assertThat(floor).isBetween(length - 3, length);
			assertThat(Utf8.isValid(java.util.Arrays.copyOf(bytes, floor))).isTrue();
		}
	}

	private static byte[] randomText(Random random, int codePoints) {
		StringBuilder text = new StringBuilder();
		int[] bounds = { 0x80, 0x800, 0xD800, 0x10000, 0x110000 };
		for (int index = 0; index < codePoints; index++) {
			int codePoint = random.nextInt(bounds[random.nextInt(bounds.length)]);
			text.appendCodePoint((codePoint >= 0xD800 && codePoint <= 0xDFFF) ? 0xE000 : codePoint);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void assertAgreement(byte[] bytes) {
		if (Utf8.isValid(bytes) != isValidForTheJdk(bytes)) {
			assertThat(Utf8.isValid(bytes)).as("validity of %s", java.util.HexFormat.of().formatHex(bytes))
				.isEqualTo(isValidForTheJdk(bytes));
		}
	}

	private static boolean isValidForTheJdk(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
