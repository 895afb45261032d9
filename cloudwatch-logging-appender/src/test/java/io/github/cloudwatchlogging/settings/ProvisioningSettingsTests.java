package io.github.cloudwatchlogging.settings;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * {@link CreateSettings} and {@link EntitySettings}.
 */
class ProvisioningSettingsTests {

	static Stream<Arguments> valuesThatCanNeverWork() {
		return Stream.of(arguments("create.retention-days", "0", "3653", create(0, null, Map.of())),
				arguments("create.retention-days", "366", "365, 400", create(366, null, Map.of())),
				arguments("create.kms-key", "1234abcd", "arn:aws:kms", create(null, "1234abcd", Map.of())),
				arguments("create.kms-key", "arn:aws:iam::***:role/a", "arn:aws:kms",
						create(null, "arn:aws:iam::123456789012:role/a", Map.of())),
				arguments("create.tags", "51 tags", "50 tags", create(null, null, entries(51))),
				arguments("create.tags", "", "1 to 128", create(null, null, Map.of("", "a"))),
				arguments("create.tags", "k".repeat(129), "1 to 128", create(null, null, Map.of("k".repeat(129), "a"))),
				arguments("create.tags.a", "v".repeat(257), "0 to 256",
						create(null, null, Map.of("a", "v".repeat(257)))),
				arguments("entity.key-attributes.Owner", "me", "ResourceType", entity(Map.of("Owner", "me"), 0)),
				arguments("entity.key-attributes", "1 entries", "2 entries", entity(Map.of("Name", "a"), 0)),
				arguments("entity.key-attributes", "0 entries", "2 entries", entity(Map.of(), 1)),
				arguments("entity.key-attributes", "5 entries", "4 entries",
						entity(Map.of("Type", "a", "Name", "b", "Environment", "c", "ResourceType", "d", "Identifier",
								"e"), 0)),
				arguments("entity.key-attributes.Name", "", "1 to 512", entity(Map.of("Type", "a", "Name", ""), 0)),
				arguments("entity.key-attributes.Name", "n".repeat(513), "1 to 512",
						entity(Map.of("Type", "a", "Name", "n".repeat(513)), 0)),
				arguments("entity.attributes", "11 entries", "10 entries",
						entity(Map.of("Type", "a", "Name", "b"), 11)));
	}

	@ParameterizedTest
	@MethodSource("valuesThatCanNeverWork")
	void aValueThatCanNeverWorkIsRefusedWithTheSettingTheValueAndTheCure(String setting, String value, String advice,
			ThrowingCallable creation) {
		InvalidSettingException exception = catchThrowableOfType(InvalidSettingException.class, creation);
		assertThat(exception).isNotNull();
		assertThat(exception.getSetting()).isEqualTo(setting);
		assertThat(exception.getValue()).isEqualTo(value);
		assertThat(exception.getReason() + exception.getCure()).contains(advice);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
			3288, 3653 })
	void theDaysOfTheServiceAreTaken(int days) {
		assertThatCode(create(days, null, Map.of())).doesNotThrowAnyException();
	}

	@Test
	void valuesAtTheEdgeAreTaken() {
		assertThatCode(create(null, null, entries(50))).doesNotThrowAnyException();
		assertThatCode(create(null, null, Map.of("k".repeat(128), "v".repeat(256)))).doesNotThrowAnyException();
		assertThatCode(create(null, "arn:aws-cn:kms:cn-north-1:123456789012:key/1234", Map.of()))
			.doesNotThrowAnyException();
		assertThatCode(entity(Map.of("Type", "a", "Name", "n".repeat(512)), 10)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "standard, STANDARD", "INFREQUENT_ACCESS, INFREQUENT_ACCESS", "infrequent-access, INFREQUENT_ACCESS",
			"Delivery, DELIVERY" })
	void aClassIsKnownInAnySpelling(String text, LogGroupClass expected) {
		assertThat(LogGroupClass.of(text)).isEqualTo(expected);
	}

	@Test
	void anUnknownClassIsRefusedWithTheKnownOnes() {
		assertThat(catchThrowableOfType(InvalidSettingException.class, () -> LogGroupClass.of("cheap")))
			.hasMessageContaining("create.group-class = 'cheap'")
			.hasMessageContaining("standard, infrequent-access, delivery");
	}

	// Environment variables have no capitals, properties may have dashes.
	@ParameterizedTest
	@CsvSource({ "type, resourcetype", "TYPE, resource-type", "Type, ResourceType" })
	void keyAttributesAreKnownInAnySpelling(String type, String resourceType) {
		assertThat(new EntitySettings(Map.of(type, "a", resourceType, "b"), Map.of()).keyAttributes())
			.isEqualTo(Map.of("Type", "a", "ResourceType", "b"));
	}

	private static Map<String, String> entries(int count) {
		return IntStream.range(0, count)
			.boxed()
			.collect(Collectors.toMap((number) -> "key-" + number, String::valueOf));
	}

	private static ThrowingCallable create(@Nullable Integer days, @Nullable String kmsKey, Map<String, String> tags) {
		return () -> new CreateSettings(true, true, days, kmsKey, null, tags, false);
	}

	private static ThrowingCallable entity(Map<String, String> keyAttributes, int attributes) {
		return () -> new EntitySettings(keyAttributes, entries(attributes));
	}

}
