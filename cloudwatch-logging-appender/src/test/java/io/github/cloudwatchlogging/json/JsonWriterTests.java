package io.github.cloudwatchlogging.json;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link JsonWriter}, read back by Jackson.
 */
class JsonWriterTests {

	private static final JsonMapper JACKSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	@Test
	void writesAnEmptyObject() {
		JsonWriter json = new JsonWriter();
		json.beginObject();
		json.endObject();
		assertThat(text(json)).isEqualTo("{}");
	}

	@Test
	void writesEachKindOfMember() {
		JsonWriter json = new JsonWriter();
		json.beginObject();
		json.member("string", "text");
		json.name("number");
		json.literal("-1.5e3");
		json.name("nothing");
		json.literal("null");
		json.name("empty");
		json.beginArray();
		json.endArray();
		json.name("array");
		json.beginArray();
		json.value("one");
		json.value("two");
		json.endArray();
		json.name("object");
		json.beginObject();
		json.member("inner", "value");
		json.endObject();
		json.name("last");
		json.literal("true");
		json.endObject();
		assertThat(text(json)).isEqualTo("{\"string\":\"text\",\"number\":-1.5e3,\"nothing\":null,\"empty\":[],"
				+ "\"array\":[\"one\",\"two\"],\"object\":{\"inner\":\"value\"},\"last\":true}");
	}

	@Test
	void writesEachCharacterSoThatItIsReadBack() {
		for (int first = 0; first <= Character.MAX_VALUE; first += 256) {
			StringBuilder all = new StringBuilder();
			for (int character = first; character < first + 256; character++) {
				if (!Character.isSurrogate((char) character)) {
					all.append((char) character);
				}
			}
			assertReadBack(all.toString(), all.toString());
		}
		assertReadBack("😀\uDBFF\uDFFF", "😀\uDBFF\uDFFF");
	}

	@Test
	void writesAnObjectOnOneLine() {
		StringBuilder controls = new StringBuilder();
		for (char control = 0; control < ' '; control++) {
			controls.append(control);
		}
		assertThat(write(controls.toString()).toByteArray()).doesNotContain((byte) '\n', (byte) '\r')
			.satisfies(
					(bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8).chars()).allMatch((c) -> c >= ' '));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD83D", "\uDE00", "a\uD83D", "\uD83Da", "\uDE00\uD83D", "a\uD83D\uD83D\uDE00b" })
	void replacesALoneSurrogate(String value) {
		assertReadBack(value, value.replaceAll("\\p{Cs}", "\uFFFD"));
	}

	@Test
	void escapesNamesAsItEscapesValues() {
		JsonWriter json = new JsonWriter();
		json.beginObject();
		json.member("a\"b\\c\nd\uD800", "");
		json.endObject();
		assertThat(read(json).propertyNames()).containsExactly("a\"b\\c\nd\uFFFD");
	}

	@Test
	void readsBackWhateverWasWritten() {
		Random random = new Random(5);
		for (int round = 0; round < 5_000; round++) {
			String value = randomText(random, random.nextInt(60));
			assertReadBack(value, wellFormed(value));
		}
	}

	@Test
	void readsBackEachCharacterAtEachPlaceOfATextThatIsUtf8Already() {
		for (char character = 0; character < 0x100; character++) {
			for (int index = 0; index < 20; index++) {
				StringBuilder text = new StringBuilder("x".repeat(20));
				text.setCharAt(index, character);
				assertBytesReadBack(text.toString());
			}
		}
	}

	@Test
	void readsBackWhateverWasUtf8Already() {
		Random random = new Random(6);
		for (int round = 0; round < 5_000; round++) {
			assertBytesReadBack(wellFormed(randomText(random, random.nextInt(60))));
		}
		assertBytesReadBack("\"".repeat(10_000));
		assertBytesReadBack("\u0001".repeat(10_000));
	}

	@Test
	void writesEachNumberAsJavaDoes() {
		Random random = new Random(7);
		JsonWriter json = new JsonWriter();
		long[] special = { 0, 9, 10, 99, 100, 101, -1, -10, -100, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1 };
		for (int round = 0; round < 10_000; round++) {
			long number = (round < special.length) ? special[round] : random.nextLong() >> random.nextInt(64);
			json.reset();
			json.value(number);
			assertThat(text(json)).isEqualTo(Long.toString(number));
		}
	}

	@Test
	void repeatsMembersAndTheNameOfAValueEvenWhereTheMemoryGrows() {
		JsonWriter json = new JsonWriter();
		json.beginArray();
		json.beginObject();
		int from = json.size();
		json.member("first", "a".repeat(100));
		json.name("second");
		int to = json.size();
		json.value(0);
		json.endObject();
		for (int value = 1; value < 20; value++) {
			json.beginObject();
			json.repeat(from, to);
			json.value(value);
			json.endObject();
		}
		json.endArray();
		JsonNode array = read(json);
		assertThat(array.size()).isEqualTo(20);
		for (int value = 0; value < 20; value++) {
			assertThat(array.get(value).toString())
				.isEqualTo("{\"first\":\"" + "a".repeat(100) + "\",\"second\":" + value + "}");
		}
	}

	private static void assertBytesReadBack(String value) {
		byte[] utf8 = ("before" + value + "\"behind").getBytes(StandardCharsets.UTF_8);
		int length = value.getBytes(StandardCharsets.UTF_8).length;
		JsonWriter json = new JsonWriter();
		json.beginArray();
		json.value(utf8, "before".length(), length);
		json.value(1);
		json.endArray();
		JsonNode array = read(json);
		assertThat(array.get(0).asString()).isEqualTo(value);
		assertThat(array.get(1).asInt()).isEqualTo(1);
	}

	private static JsonWriter write(String value) {
		JsonWriter json = new JsonWriter();
		json.beginObject();
		json.member("value", value);
		json.endObject();
		return json;
	}

	private static void assertReadBack(String value, String expected) {
		JsonWriter json = write(value);
		assertThat(read(json).get("value").asString()).isEqualTo(expected);
	}

	private static JsonNode read(JsonWriter json) {
		return JACKSON.readTree(json.toByteArray());
	}

	private static String text(JsonWriter json) {
		return new String(json.toByteArray(), StandardCharsets.UTF_8);
	}

	private static String randomText(Random random, int length) {
		StringBuilder text = new StringBuilder();
		int[] bounds = { 0x20, 0x80, 0x800, 0x10000 };
		for (int index = 0; index < length; index++) {
			text.append((char) random.nextInt(bounds[random.nextInt(bounds.length)]));
		}
		return text.toString();
	}

	private static String wellFormed(String text) {
		return text.replaceAll("\\p{Cs}", "\uFFFD");
	}

}
