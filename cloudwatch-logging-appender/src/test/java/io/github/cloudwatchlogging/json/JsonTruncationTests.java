package io.github.cloudwatchlogging.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link JsonTruncation}, read back by Jackson.
 */
class JsonTruncationTests {

	private static final JsonMapper JACKSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final JsonMapper ASCII_JACKSON = JsonMapper.builder()
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.build();

	private static final int LONGEST_CHARACTER = 12;

	@Test
	void cutsTheOnlyValueAndSaysHowMuchWent() {
		assertThat(shorten("{\"message\":\"" + "x".repeat(100) + "\",\"level\":\"INFO\"}", 80))
			.isEqualTo("{\"message\":\"" + "x".repeat(30) + "\",\"level\":\"INFO\",\"truncatedBytes\":70}");
	}

	@Test
	void cutsTheLongestValuesFirstWhereverTheyAre() {
		JsonNode read = read(shorten("{\"a\":\"" + "a".repeat(10) + "\",\"b\":[{\"c\":[\"" + "c".repeat(100) + "\"]},\""
				+ "d".repeat(60) + "\"]}", 150));
		assertThat(read.get("a").stringValue()).isEqualTo("a".repeat(10));
		int first = read.at("/b/0/c/0").stringValue().length();
		int second = read.at("/b/1").stringValue().length();
		assertThat(first).isEqualTo(second).isBetween(35, 50);
		assertThat(read.get("truncatedBytes").intValue()).isEqualTo(160 - first - second);
	}

	@Test
	void leavesNamesAndLiteralsAlone() {
		String name = "n".repeat(50);
		JsonNode read = read(
				shorten("{\"" + name + "\":-1.5e300,\"b\":true,\"c\":null,\"v\":\"" + "x".repeat(60) + "\"}", 130));
		assertThat(read.get(name).doubleValue()).isEqualTo(-1.5e300);
		assertThat(read.get("b").booleanValue()).isTrue();
		assertThat(read.get("c").isNull()).isTrue();
		assertThat(read.get("v").stringValue()).matches("x{1,59}");
	}

	@Test
	void neverCutsAnEscapeNorACodePointNorASurrogatePair() {
		String text = "\\n\\\"\\\\\\u00e9\\ud83d\\ude00\u20AC\uD83D\uDE00\\/";
		String whole = JACKSON.readTree("\"" + text + "\"").stringValue();
		for (int pad = 0; pad < 60; pad++) {
			String message = "{\"m\":\"" + "x".repeat(pad) + text + "\",\"tail\":\"" + "y".repeat(pad) + "\"}";
			for (int max = 40; max < bytes(message).length; max++) {
				byte[] shortened = JsonTruncation.shorten(bytes(message), max);
				if (shortened != null) {
					assertThat(shortened.length).isLessThanOrEqualTo(max);
					JsonNode read = read(new String(shortened, StandardCharsets.UTF_8));
					String kept = read.get("m").stringValue();
					assertThat("x".repeat(pad) + whole).startsWith(kept);
					int gone = utf8(whole) + 2 * pad - utf8(kept) - read.get("tail").stringValue().length();
					assertThat(read.get("truncatedBytes").intValue()).isEqualTo(gone);
				}
			}
		}
	}

	@Test
	void countsALoneSurrogateAsTheReplacementItBecomes() {
		JsonNode read = read(shorten("{\"m\":\"" + "\\ud83d".repeat(20) + "\"}", 60));
		int kept = read.get("m").stringValue().length();
		assertThat(read.get("truncatedBytes").intValue()).isEqualTo((20 - kept) * 3);
	}

	@Test
	void putsTheMarkerInFrontOfTheRootsEndHoweverItIsLaidOut() {
		assertThat(shorten(" {\n  \"m\" : \"" + "x".repeat(80) + "\",\n  \"o\" : { \"p\" : { } }\n}\r\n ", 80))
			.matches("(?s) \\{\n  \"m\" : \"x+\",\n  \"o\" : \\{ \"p\" : \\{ } }\n,\"truncatedBytes\":\\d+}\r\n ");
	}

	@Test
	void neverMakesAMemberTwice() {
		JsonNode read = read(
				shorten("{\"truncatedBytes\":5,\"o\":{\"_truncatedBytes\":1},\"m\":\"" + "x".repeat(80) + "\"}", 100));
		assertThat(read.get("truncatedBytes").intValue()).isEqualTo(5);
		assertThat(read.get("_truncatedBytes").intValue()).isEqualTo(80 - read.get("m").stringValue().length());
	}

	@Test
	void isNotMisledByTheMarkersNameBelowTheRoot() {
		assertThat(shorten("{\"o\":{\"truncatedBytes\":1},\"m\":\"" + "x".repeat(80) + "\"}", 80))
			.contains(",\"truncatedBytes\":");
	}

	@Test
	void isNotMisledByBracketsAndQuotesInText() {
		JsonNode read = read(shorten("{\"m\":\"}]\\\"{[,:" + "x".repeat(80) + "\",\"n\":\"}\"}", 80));
		assertThat(read.get("m").stringValue()).startsWith("}]\"{[,:xx");
		assertThat(read.get("n").stringValue()).isEqualTo("}");
	}

	@Test
	void takesControlCharactersThatAnEncoderLeftUnescaped() {
		assertThat(shorten("{\"m\":\"a\tb\n" + "x".repeat(80) + "\"}", 60)).startsWith("{\"m\":\"a\tb\nxx");
	}

	@Test
	void survivesAnyDepth() {
		String message = "{\"a\":".repeat(100_000) + "\"" + "x".repeat(1000) + "\"" + "}".repeat(100_000);
		assertThat(shorten(message, message.length() - 500)).contains("\"xx").endsWith("}},\"truncatedBytes\":524}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "}", "[\"x\"]", "\"x\"", "1", "{}x", "{} {}", "{\"a\"}", "{\"a\":}",
			"{\"a\":1,}", "{,\"a\":1}", "{\"a\" 1}", "{\"a\":1 2}", "{\"a\":[1,]}", "{\"a\":[1}", "{\"a\":{]}",
			"{\"a\":\"x}", "{\"a\":\"\\", "{\"a\":\"\\\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u",
			"{a:1}", "{a} went to {b}", "{'a':1}", "{\"a\":1}}", "{\"a\":[]]}", "{\"a\":\u00E9}",
			"{\"a\":\"\\\u00E9\"}", "{\"a\":(1)}", "{\"a\":", "{\"a" })
	void refusesWhatIsNoObject(String message) {
		assertThat(JsonTruncation.shorten(bytes(message), 0)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"number\":12345678901234567890}", "{\"a\":\"\",\"b\":\"short\"}" })
	void refusesAnObjectThatWouldNotFitWithoutAnyText(String message) {
		assertThat(JsonTruncation.shorten(bytes(message), bytes(message).length - 1)).isNull();
	}

	@Test
	void neverChangesWhatItIsGiven() {
		byte[] message = bytes("{\"m\":\"" + "x".repeat(100) + "\"}");
		byte[] before = message.clone();
		JsonTruncation.shorten(message, 50);
		assertThat(message).isEqualTo(before);
	}

	@Test
	void keepsAnyObjectAnObjectThatFits() {
		Random random = new Random(7);
		for (int round = 0; round < 5_000; round++) {
			ObjectNode object = randomObject(random, 3);
			byte[] json = (random.nextBoolean() ? JACKSON : ASCII_JACKSON).writeValueAsBytes(object);
			int max = random.nextInt(json.length);
			byte[] shortened = JsonTruncation.shorten(json, max);
			if (shortened == null) {
				assertThat(max).isLessThan(lengthWithoutText(object) + 30);
				continue;
			}
			assertThat(shortened.length).isLessThanOrEqualTo(max);
			ObjectNode read = (ObjectNode) JACKSON.readTree(shortened);
			int said = read.remove("truncatedBytes").intValue();
			List<String> before = new ArrayList<>();
			List<String> after = new ArrayList<>();
			compare(object, read, before, after);
			assertThat(said).isEqualTo(before.stream().mapToInt(JsonTruncationTests::utf8).sum()
					- after.stream().mapToInt(JsonTruncationTests::utf8).sum());
			assertThat(max - shortened.length).isLessThan(LONGEST_CHARACTER * (before.size() + 1) + 10);
		}
	}

	@Test
	void leavesEveryValueWholeThatIsShorterThanOneThatWasCut() {
		Random random = new Random(8);
		for (int round = 0; round < 2_000; round++) {
			ObjectNode object = JACKSON.createObjectNode();
			for (int index = 1 + random.nextInt(8); index > 0; index--) {
				object.put("m" + index, "x".repeat(random.nextInt(200)));
			}
			byte[] json = JACKSON.writeValueAsBytes(object);
			byte[] shortened = JsonTruncation.shorten(json, json.length - 1 - random.nextInt(json.length));
			if (shortened == null) {
				continue;
			}
			JsonNode read = JACKSON.readTree(shortened);
			int longestKept = object.propertyNames()
				.stream()
				.mapToInt((name) -> read.get(name).stringValue().length())
				.max()
				.getAsInt();
			object.propertyNames().forEach((name) -> {
				int before = object.get(name).stringValue().length();
				assertThat(read.get(name).stringValue().length()).isEqualTo(Math.min(before, longestKept));
			});
		}
	}

	private static void compare(JsonNode whole, JsonNode cut, List<String> before, List<String> after) {
		assertThat(cut.getNodeType()).isEqualTo(whole.getNodeType());
		if (whole.isString()) {
			assertThat(whole.stringValue()).startsWith(cut.stringValue());
			before.add(whole.stringValue());
			after.add(cut.stringValue());
		}
		else if (whole.isObject()) {
			assertThat(cut.propertyNames()).containsExactlyElementsOf(whole.propertyNames());
			whole.propertyNames().forEach((name) -> compare(whole.get(name), cut.get(name), before, after));
		}
		else if (whole.isArray()) {
			assertThat(cut.size()).isEqualTo(whole.size());
			for (int index = 0; index < whole.size(); index++) {
				compare(whole.get(index), cut.get(index), before, after);
			}
		}
		else {
			assertThat(cut).isEqualTo(whole);
		}
	}

	private static int lengthWithoutText(ObjectNode object) {
		return JACKSON.writeValueAsBytes(withoutText(object)).length * 6;
	}

	private static JsonNode withoutText(JsonNode node) {
		if (node.isString()) {
			return JACKSON.getNodeFactory().stringNode("");
		}
		if (node.isObject()) {
			ObjectNode emptied = JACKSON.createObjectNode();
			node.propertyNames().forEach((name) -> emptied.set(name, withoutText(node.get(name))));
			return emptied;
		}
		if (node.isArray()) {
			ArrayNode emptied = JACKSON.createArrayNode();
			node.forEach((element) -> emptied.add(withoutText(element)));
			return emptied;
		}
		return node;
	}

	private static ObjectNode randomObject(Random random, int depth) {
		ObjectNode object = JACKSON.createObjectNode();
		for (int index = random.nextInt(6); index > 0; index--) {
			object.set(randomText(random, random.nextInt(6)) + index, randomValue(random, depth));
		}
		return object;
	}

	private static JsonNode randomValue(Random random, int depth) {
		return switch (random.nextInt((depth > 0) ? 6 : 4)) {
			case 0 -> JACKSON.getNodeFactory().numberNode(random.nextInt());
			case 1 -> JACKSON.getNodeFactory().booleanNode(random.nextBoolean());
			case 2, 3 -> JACKSON.getNodeFactory().stringNode(randomText(random, random.nextInt(80)));
			case 4 -> randomObject(random, depth - 1);
			default -> {
				ArrayNode array = JACKSON.createArrayNode();
				for (int index = random.nextInt(4); index > 0; index--) {
					array.add(randomValue(random, depth - 1));
				}
				yield array;
			}
		};
	}

	private static String randomText(Random random, int length) {
		int[] bounds = { 0x20, 0x80, 0x800, 0xD800, 0x110000 };
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < length; index++) {
			int codePoint = random.nextInt(bounds[random.nextInt(bounds.length)]);
			text.appendCodePoint((codePoint >= 0xD800 && codePoint <= 0xDFFF) ? 0x1F600 : codePoint);
		}
		return text.toString();
	}

	private static String shorten(String message, int maxBytes) {
		byte[] shortened = JsonTruncation.shorten(bytes(message), maxBytes);
		assertThat(shortened).isNotNull().hasSizeLessThanOrEqualTo(maxBytes);
		return new String(shortened, StandardCharsets.UTF_8);
	}

	private static JsonNode read(String message) {
		return JACKSON.readTree(message);
	}

	private static int utf8(String text) {
		return bytes(text).length;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
