package io.github.cloudwatchlogging.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
	void aLawfulValueIsTakenAsItIs() {
		assertThat(NameRule.LOG_STREAM.distinct("tenant Müller/7#a")).isEqualTo("tenant Müller/7#a");
		assertThat(NameRule.LOG_GROUP.distinct("tenant-7")).isEqualTo("tenant-7");
	}

	@Test
	void aValueThatIsNotTakenAsItIsEndsWithItsHash() {
		// printf 'a:b' | sha256sum
		assertThat(NameRule.LOG_STREAM.distinct("a:b")).isEqualTo("a_b#6783a31e");
		assertThat(NameRule.LOG_STREAM.distinct("x".repeat(513))).hasSize(512).matches("x{503}#[0-9a-f]{8}");
	}

	@Test
	void noTwoValuesShareATextForEachOther() {
		String made = NameRule.LOG_STREAM.distinct("a:b");
		List<String> values = List.of("a:b", "a*b", "a_b", made, NameRule.LOG_STREAM.distinct(made), "", "none",
				NameRule.LOG_STREAM.distinct("none"), "x".repeat(512), "x".repeat(513), "x".repeat(514));
		assertThat(values.stream().map(NameRule.LOG_STREAM::distinct)).doesNotHaveDuplicates();
	}

	@Test
	void randomValuesStayDifferentAndLawful() {
		Random random = new Random(7);
		Map<String, String> valueOf = new HashMap<>();
		for (int round = 0; round < 50_000; round++) {
			String value = randomValue(random);
			for (NameRule rule : NameRule.values()) {
				String text = rule.distinct(value);
				assertThat(rule.allows(text)).isTrue();
				assertThat(valueOf.put(rule + text, value)).isIn(value, null);
			}
		}
	}

	private static String randomValue(Random random) {
		char[] characters = new char[random.nextInt(1, 5)];
		for (int index = 0; index < characters.length; index++) {
			characters[index] = "ab_:* #é\n".charAt(random.nextInt(9));
		}
		return new String(characters);
	}

	@Test
	void aNameThatIsTooLongOrReservedEndsWithItsHash() {
		assertThat(NameRule.LOG_STREAM.lawfulName("x".repeat(512))).isEqualTo("x".repeat(512));
		assertThat(NameRule.LOG_STREAM.lawfulName("x".repeat(513))).hasSize(512).matches("x{503}#[0-9a-f]{8}");
		assertThat(NameRule.LOG_GROUP.lawfulName("aws/mine")).matches("_aws/mine#[0-9a-f]{8}");
		assertThat(NameRule.LOG_GROUP.lawfulName("aws/" + "x".repeat(600))).hasSize(512).startsWith("_aws/x");
	}

}
