package io.github.cloudwatchlogging.json;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link JsonObjectCopy}.
 */
class JsonObjectCopyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{}                                           | {}
					  { }                                        | {}
					{"a":1}                                      | {"a":1}
					{ "a" : [ 1 , -2.5e+3 , true , false , null , "x" , {} , [] ] } | {"a":[1,-2.5e+3,true,false,null,"x",{},[]]}
					{"a":{"b":{"c":[[0]]}},"d":"e"}              | {"a":{"b":{"c":[[0]]}},"d":"e"}
					{"\\u0061\\n":"\\"\\\\\\/\\b\\f\\u00e9"}     | {"a\\n":"\\"\\\\/\\u0008\\u000c\u00E9"}
					{"pair":"\\ud83d\\ude00","lone":"\\ud83d"}   | {"pair":"\uD83D\uDE00","lone":"\uFFFD"}
					""")
	void writesAnObjectAgainOnOneLine(String text, String expected) {
		assertThat(copy(text, TextMapper.IDENTITY, null)).isEqualTo(expected);
	}

	@Test
	void writesAnObjectOfManyLinesOnOne() {
		assertThat(copy("{\r\n\t\"a\": 1,\n\t\"b\": [\n2\n]\n}\n", TextMapper.IDENTITY, null))
			.isEqualTo("{\"a\":1,\"b\":[2]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "{", "}", "[]", "\"a\"", "1", "{}{}", "{} x", "{,}", "{\"a\"}", "{\"a\":}",
			"{\"a\":1,}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{\"a\":[1,]}", "{\"a\":[1}", "{\"a\":01}",
			"{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":-}", "{\"a\":1e}", "{\"a\":nul}", "{\"a\":truex}",
			"{\"a\":NaN}", "{\"a\":\"x}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\",
			"{\"a\":\"x\ny\"}", "{\"a\":1}\u0000" })
	void refusesWhatIsNoObject(String text) {
		assertThat(copy(text, TextMapper.IDENTITY, null)).isNull();
	}

	@Test
	void refusesWhatIsNestedTooDeeply() {
		assertThat(copy(nested(100), TextMapper.IDENTITY, null)).isEqualTo(nested(100));
		assertThat(copy(nested(101), TextMapper.IDENTITY, null)).isNull();
		assertThat(copy(nested(100_000), TextMapper.IDENTITY, null)).isNull();
	}

	private static String nested(int levels) {
		return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
	}

	@Test
	void refusesAnObjectWithoutTheMemberThatItMustHave() {
		assertThat(copy("{\"_aws\":{}}", TextMapper.IDENTITY, "_aws")).isEqualTo("{\"_aws\":{}}");
		assertThat(copy("{\"a\":{\"_aws\":{}}}", TextMapper.IDENTITY, "_aws")).isNull();
	}

	@Test
	void replacesMembersAndTexts() {
		TextMapper mapper = new TextMapper() {

			@Override
			public boolean replaces(String name) {
				return name.equals("secret");
			}

			@Override
			public String replacement() {
				return "***";
			}

			@Override
			public String map(String text) {
				return text.replace("42", "??");
			}

		};
		assertThat(copy("{\"secret\":{\"a\":[1,2]},\"b\":{\"secret\":true,\"c\":\"x42\"},\"n\":142,\"m\":1}", mapper,
				null))
			.isEqualTo("{\"secret\":\"***\",\"b\":{\"secret\":\"***\",\"c\":\"x??\"},\"n\":\"1??\",\"m\":1}");
	}

	private static @Nullable String copy(String text, TextMapper mapper, @Nullable String requiredName) {
		JsonWriter json = new JsonWriter();
		boolean copied = JsonObjectCopy.write(text, json, mapper, requiredName);
		if (!copied) {
			assertThat(json.size()).isZero();
		}
		return copied ? new String(json.toByteArray(), StandardCharsets.UTF_8) : null;
	}

}
