package io.github.cloudwatchlogging.template;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link NameRule} beside the patterns of the API model.
 */
class NameRuleTests {

	@Test
	void aGroupTakesExactlyTheCharactersOfTheModel() {
		for (int character = 0; character <= Character.MAX_VALUE; character++) {
			String text = Character.toString((char) character);
			assertThat(NameRule.LOG_GROUP.allows(text)).as("character %04x", character)
				.isEqualTo(text.matches("[.\\-_/#A-Za-z0-9]"));
		}
	}

	@Test
	void aStreamTakesWhatTheModelTakesAndCanBeTyped() {
		for (int character = 0; character <= Character.MAX_VALUE; character++) {
			String text = Character.toString((char) character);
			assertThat(NameRule.LOG_STREAM.allows(text)).as("character %04x", character)
				.isEqualTo(text.matches("[^:*\\p{Cc}\\p{Cs}]"));
		}
	}

	@Test
	void eachUnlawfulCharacterBecomesAnUnderscore() {
		assertThat(NameRule.LOG_GROUP.replaceUnlawful("a b:c*é/#-._d")).isEqualTo("a_b_c__/#-._d");
		assertThat(NameRule.LOG_STREAM.replaceUnlawful("a b:c*é\n😀")).isEqualTo("a b_c_é___");
	}

	@Test
	void onlyGroupsHaveAReservedPrefix() {
		assertThat(NameRule.LOG_GROUP.isReserved("aws/mine")).isTrue();
		assertThat(NameRule.LOG_GROUP.isReserved("/aws/mine")).isFalse();
		assertThat(NameRule.LOG_GROUP.isReserved("awsome")).isFalse();
		assertThat(NameRule.LOG_STREAM.isReserved("aws/mine")).isFalse();
	}

	@Test
	void aNameIsCutAtTheLongestTheServiceTakes() {
		assertThat(NameRule.cut("x".repeat(512))).hasSize(512);
		assertThat(NameRule.cut("x".repeat(513))).hasSize(512);
	}

}
