package io.github.cloudwatchlogging.mask;

import java.util.Arrays;
import java.util.List;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.MaskSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@link Masking}.
 */
class MaskingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			AUTHORIZATION  | Authorization: Basic dXNlcjpwYXNz          | Authorization: ***
			AUTHORIZATION  | proxy-authorization: Digest a="b", c=d     | proxy-authorization: ***
			AUTHORIZATION  | {"Authorization":"Bearer a.b","Host":"x"}  | {"Authorization":"***","Host":"x"}
			AUTHORIZATION  | {authorization=[Bearer abc], host=[x]}     | {authorization=***
			AUTHORIZATION  | authorization is needed                    | authorization is needed
			BEARER_TOKEN   | curl -H 'x: Bearer ab.c-d_e/f=' http://x   | curl -H 'x: Bearer ***' http://x
			BEARER_TOKEN   | BEARER   abc and bearer def                | BEARER   *** and bearer ***
			BEARER_TOKEN   | the bearer.                                | the bearer.
			JWT            | t=eyJhbGciOi.eyJzdWIi.SflKxwRJ-_ ok        | t=*** ok
			JWT            | eyJh.eyJz.                                 | ***
			JWT            | eyJh.a.b.c.d (JWE)                         | *** (JWE)
			JWT            | keyJh.a.b                                  | keyJh.a.b
			CARD_NUMBER    | paid with 4111111111111111, thanks         | paid with ***, thanks
			CARD_NUMBER    | 4111 1111 1111 1111 and 5500-0000-0000-0004 | *** and ***
			CARD_NUMBER    | 378282246310005                            | ***
			CARD_NUMBER    | 4111111111111112                           | 4111111111111112
			CARD_NUMBER    | 411111111111 1                             | 411111111111 1
			CARD_NUMBER    | 41111111111111110000000000                 | 41111111111111110000000000
			CARD_NUMBER    | 2027-01-15 08:00:00 order 4711             | 2027-01-15 08:00:00 order 4711
			PASSWORD       | user=a&password=s3cr3t!&x=y                | user=a&password=***&x=y
			PASSWORD       | Login[name=a, passwd = s, apiKey='k']      | Login[name=a, passwd = ***, apiKey='***']
			PASSWORD       | {"accessToken":"abc","tokens":5}           | {"accessToken":"***","tokens":5}
			PASSWORD       | the password is wrong                      | the password is wrong
			AWS_ACCESS_KEY | key AKIAIOSFODNN7EXAMPLE was used          | key *** was used
			AWS_ACCESS_KEY | ASIAIOSFODNN7EXAMPLEX                      | ASIAIOSFODNN7EXAMPLEX
			""")
	void aPresetFindsItsOwnAndLeavesTheRest(MaskPreset preset, String text, String expected) {
		assertThat(masking(List.of(), preset).text(text)).isEqualTo(expected);
	}

	@Test
	void aHeaderOnALineOfItsOwnLeavesTheOtherLines() {
		assertThat(
				masking(List.of(), MaskPreset.AUTHORIZATION).text("GET /\r\nAuthorization: AWS4 a=b, c=d\r\nHost: x"))
			.isEqualTo("GET /\r\nAuthorization: ***\r\nHost: x");
	}

	@Test
	void aTextWithoutAnythingIsTheSameText() {
		String text = "Order 4711 of customer 123 was priced at 42.50: ok";
		assertThat(masking(List.of("ssn=\\d+"), MaskPreset.values()).text(text)).isSameAs(text);
	}

	@Test
	void aPatternReplacesItsFirstGroupOrAllThatItMatches() {
		assertThat(masking(List.of("ssn=(\\d+)", "pin \\d{4}", "(?:a=(\\w)|b=(\\w))")).text("ssn=123 pin 0000 a=x b=y"))
			.isEqualTo("ssn=*** *** a=*** b=***");
	}

	@Test
	void whatIsReplacedIsTextAndNoReferenceToAGroup() {
		Masking masking = Masking.of(MaskSettings.of(List.of(), List.of("(x)"), List.of(), "$1\\"));
		assertThat(masking.text("axb")).isEqualTo("a$1\\b");
	}

	@Test
	void membersAreKnownByNameInAnyCaseAndWithStars() {
		Masking masking = Masking
			.of(MaskSettings.of(List.of("password", "*token*", "x-*-key"), List.of(), List.of(), ""));
		assertThat(List.of("password", "PassWord", "token", "accessTokenId", "X-API-Key", "x--key"))
			.allMatch(masking::hides);
		assertThat(List.of("password2", "toke", "x-key", "")).noneMatch(masking::hides);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(.*a){12}x", "(\\w+)+\\1x", "(.*,){20}x" })
	void aPatternThatTakesForEverCostsTheTextAndNotTheThread(String pattern) {
		String masked = masking(List.of(pattern)).text("a".repeat(40) + ",".repeat(200) + "!");
		assertThat(masked).isEqualTo("*** [mask gave up]");
	}

	@Test
	void aPatternThatTakesTooDeepAStackCostsTheText() {
		assertThat(masking(List.of("(?:a|b|c\\d)+!")).text("ab".repeat(500_000))).isEqualTo("*** [mask gave up]");
	}

	@ParameterizedTest
	@EnumSource
	void aPresetReadsEvenTheMostHostileTextToItsEnd(MaskPreset preset) {
		for (String part : List.of("authorization", "Authorization: ", "bearer ", "Bearer\t", "eyJ", "eyJ-", "eyJ.",
				"a.", "4", "4 ", "4-", "password", "password=", "token\" ", "AKIA", "\"'", " ", "=", "password   ")) {
			String text = part.repeat(20_000);
			assertThat(masking(List.of(), preset).text(text)).doesNotContain("gave up");
		}
	}

	@ParameterizedTest
	@CsvSource({ "(, no regular expression", "a*, empty text", "'', empty text" })
	void aPatternThatCannotWorkIsRefused(String pattern, String reason) {
		assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> masking(List.of(pattern)))
			.satisfies((ex) -> assertThat(ex.getSetting()).isEqualTo("json.mask.patterns"))
			.withMessageContaining(reason);
	}

	private static Masking masking(List<String> patterns, MaskPreset... presets) {
		return Masking.of(MaskSettings.of(List.of(), patterns, Arrays.asList(presets), "***"));
	}

}
