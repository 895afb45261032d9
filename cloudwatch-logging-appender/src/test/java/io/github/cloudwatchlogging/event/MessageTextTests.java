package io.github.cloudwatchlogging.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * {@link MessageText}.
 */
class MessageTextTests {

	@Test
	void handsALawfulMessageBackWithoutACopy() {
		byte[] encoded = bytes("a lawful message é€😀");
		assertThat(MessageText.lawful(encoded)).isSameAs(encoded);
	}

	@ParameterizedTest
	@ValueSource(strings = { "line\n", "line\r\n", "line\n\n\r\n" })
	void leavesOutTheLineEnd(String line) {
		assertThat(lawful(line)).isEqualTo("line");
	}

	@Test
	void keepsLineEndsInsideTheMessage() {
		assertThat(lawful("\nfirst\r\nsecond\n")).isEqualTo("\nfirst\r\nsecond");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\r\n", "\r\r\n\n" })
	void turnsAnEmptyMessageIntoOneBlank(String line) {
		assertThat(lawful(line)).isEqualTo(" ");
	}

	@Test
	void handsOutAnotherBlankEachTime() {
		MessageText.lawful(new byte[0])[0] = 'x';
		assertThat(lawful("")).isEqualTo(" ");
	}

	@Test
	void replacesWhatIsNotUtf8() {
		assertThat(MessageText.lawful(new byte[] { 'a', (byte) 0xC3, 'b', (byte) 0xFF }))
			.isEqualTo(bytes("a\uFFFDb\uFFFD"));
	}

	@Test
	void neverChangesWhatTheEncoderReturned() {
		byte[] encoded = ("x".repeat(200) + "\n").getBytes(StandardCharsets.UTF_8);
		byte[] before = encoded.clone();
		MessageText.lawful(encoded);
		assertThat(encoded).isEqualTo(before);
	}

	@Test
	void makesAnyBytesLawful() {
		Random random = new Random(4);
		for (int round = 0; round < 20_000; round++) {
			byte[] encoded = new byte[random.nextInt(150)];
			random.nextBytes(encoded);
			if (random.nextBoolean()) {
				for (int index = 0; index < encoded.length; index++) {
					encoded[index] &= 0x7F;
				}
			}
			byte[] message = MessageText.lawful(encoded);
			assertIsLawful(message);
			int length = MessageText.lawfulLength(encoded);
			assertThat(length).isIn(0, message.length);
			if (length > 0) {
				assertThat(message).isEqualTo(Arrays.copyOf(encoded, length));
			}
		}
	}

	@Test
	void knowsWhatIsLawfulButForTheLineEnd() {
		assertThat(MessageText.lawfulLength(bytes("a line é\r\n"))).isEqualTo(bytes("a line é").length);
		assertThat(MessageText.lawfulLength(bytes("\n"))).isZero();
		assertThat(MessageText.lawfulLength(new byte[] { 'a', (byte) 0xC3, '\n' })).isZero();
	}

	private static void assertIsLawful(byte[] message) {
		assertThat(message.length).isPositive();
		assertThatCode(() -> decodeStrictly(message)).doesNotThrowAnyException();
	}

	private static void decodeStrictly(byte[] message) throws CharacterCodingException {
		StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
	}

	private String lawful(String encoded) {
		return new String(MessageText.lawful(bytes(encoded)), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
