package io.github.cloudwatchlogging.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
		JsonWriter json = new JsonWriter(JsonWriter.UNCAPPED);
		json.beginObject();
		json.endObject();
		assertThat(text(json)).isEqualTo("{}");
	}

	@Test
	void writesEachKindOfMember() {
		JsonWriter json = new JsonWriter(JsonWriter.UNCAPPED);
		json.beginObject();
		json.member("string", "text");
		json.literalMember("number", "-1.5e3");
		json.literalMember("nothing", "null");
		json.name("empty");
		json.beginArray();
		json.endArray();
		json.name("array");
		json.beginArray();
		json.element("one");
		json.element("two");
		json.endArray();
		json.name("object");
		json.beginObject();
		json.member("inner", "value");
		json.endObject();
		json.literalMember("last", "true");
		json.endObject();
		assertThat(text(json)).isEqualTo("{\"string\":\"text\",\"number\":-1.5e3,\"nothing\":null,\"empty\":[],"
				+ "\"array\":[\"one\",\"two\"],\"object\":{\"inner\":\"value\"},\"last\":true}");
		assertThat(json.size()).isEqualTo(json.toByteArray().length);
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
		assertThat(write(controls.toString(), JsonWriter.UNCAPPED).toByteArray())
			.doesNotContain((byte) '\n', (byte) '\r')
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
		JsonWriter json = new JsonWriter(0);
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
	void cutsNothingThatIsExactlyAsLongAsTheCap() {
		JsonWriter json = write("é\"x", 5);
		assertThat(read(json).get("value").asString()).isEqualTo("é\"x");
		assertThat(json.bytesCut()).isZero();
	}

	@Test
	void cutsWhatIsLongerThanTheCapAtACodePoint() {
		JsonWriter json = write("é\"x😀", 8);
		assertThat(read(json).get("value").asString()).isEqualTo("é\"x");
		assertThat(json.bytesCut()).isEqualTo(4);
	}

	@Test
	void neverCutsAnEscapeInTwo() {
		for (int cap = 0; cap <= 20; cap++) {
			JsonWriter json = write("\u0001\n\"\u007f\\", cap);
			String read = read(json).get("value").asString();
			assertThat("\u0001\n\"\u007f\\").startsWith(read);
			assertThat(json.bytesCut()).isEqualTo(5 - read.length());
		}
	}

	@Test
	void neverCutsNamesAndLiterals() {
		JsonWriter json = new JsonWriter(0);
		json.beginObject();
		json.member("name", "value");
		json.literalMember("number", "123456");
		json.endObject();
		assertThat(text(json)).isEqualTo("{\"name\":\"\",\"number\":123456}");
		assertThat(json.bytesCut()).isEqualTo(5);
	}

	@Test
	void asksForTheCapThatCutsOnlyTheLongest() {
		JsonWriter json = object(JsonWriter.UNCAPPED, List.of("x".repeat(10), "y".repeat(100), "z".repeat(50)));
		assertThat(json.capToSave(1)).isEqualTo(99);
		assertThat(json.capToSave(50)).isEqualTo(50);
		assertThat(json.capToSave(51)).isEqualTo(49);
		assertThat(json.capToSave(52)).isEqualTo(49);
		assertThat(json.capToSave(130)).isEqualTo(10);
		assertThat(json.capToSave(160)).isZero();
		assertThat(json.capToSave(1_000)).isZero();
	}

	@Test
	void asksForNoCapWhereThereIsNothingToCut() {
		JsonWriter json = new JsonWriter(JsonWriter.UNCAPPED);
		json.beginObject();
		json.literalMember("number", "1");
		json.endObject();
		assertThat(json.capToSave(1)).isZero();
	}

	@Test
	void countsMoreValuesThanItFirstHasRoomFor() {
		List<String> values = new ArrayList<>();
		for (int index = 0; index < 100; index++) {
			values.add("x".repeat(index));
		}
		JsonWriter json = object(JsonWriter.UNCAPPED, values);
		assertThat(json.capToSave(1 + 2 + 3)).isEqualTo(96);
	}

	@Test
	void fitsOnceTheCapIsAppliedAndLeavesShorterStringsWhole() {
		Random random = new Random(6);
		for (int round = 0; round < 3_000; round++) {
			List<String> values = new ArrayList<>();
			for (int index = 1 + random.nextInt(8); index > 0; index--) {
				values.add(randomText(random, random.nextInt(200)));
			}
			JsonWriter whole = object(JsonWriter.UNCAPPED, values);
			int contents = whole.size() - object(0, values).size();
			int excess = 1 + random.nextInt(Math.max(1, contents));
			int cap = whole.capToSave(excess);
			JsonWriter capped = object(cap, values);
			assertThat(capped.size()).isLessThanOrEqualTo(Math.max(whole.size() - excess, whole.size() - contents));
			JsonNode read = read(capped);
			for (int index = 0; index < values.size(); index++) {
				String value = wellFormed(values.get(index));
				String kept = read.get("member" + index).asString();
				assertThat(value).startsWith(kept);
				if (write(values.get(index), JsonWriter.UNCAPPED).size() - "{\"value\":\"\"}".length() <= cap) {
					assertThat(kept).isEqualTo(value);
				}
			}
		}
	}

	private static JsonWriter object(int cap, List<String> values) {
		JsonWriter json = new JsonWriter(cap);
		json.beginObject();
		for (int index = 0; index < values.size(); index++) {
			json.member("member" + index, values.get(index));
		}
		json.endObject();
		return json;
	}

	private static JsonWriter write(String value, int cap) {
		JsonWriter json = new JsonWriter(cap);
		json.beginObject();
		json.member("value", value);
		json.endObject();
		return json;
	}

	private static void assertReadBack(String value, String expected) {
		JsonWriter json = write(value, JsonWriter.UNCAPPED);
		assertThat(read(json).get("value").asString()).isEqualTo(expected);
		assertThat(json.bytesCut()).isZero();
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
