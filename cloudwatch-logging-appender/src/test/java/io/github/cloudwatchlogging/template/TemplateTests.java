package io.github.cloudwatchlogging.template;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@link Template}; its events are plain texts.
 */
class TemplateTests {

	private final VariableCatalog<String> catalog = new VariableCatalog<String>().fixed("app", () -> "shop")
		.fixed("nothing", () -> null)
		.fixed("env", "{env:NAME}", (name) -> name.equals("STAGE") ? "prod:eu" : null)
		.late("late:id")
		.perEvent("time", new Variable<String>() {

			@Override
			public String valueFor(String event) {
				return event;
			}

			@Override
			public String example() {
				return "08:00";
			}

		})
		.perEvent("text", (event) -> event)
		.perEvent("head", "{head:N}", (count) -> {
			if (!count.matches("\\d")) {
				throw new IllegalArgumentException("{head:" + count + "} needs a digit.");
			}
			return (event) -> event.substring(0, Math.min(event.length(), Integer.parseInt(count)));
		});

	@Test
	void aNameWithoutVariablesIsFixed() {
		Template<String> template = group("/my/Group-1.x_#");
		assertThat(template.fixedName()).isEqualTo("/my/Group-1.x_#");
		assertThat(template.resolve("whatever")).isEqualTo("/my/Group-1.x_#");
	}

	@Test
	void variablesWithOneValueForAllEventsLeaveTheNameFixed() {
		assertThat(group("{app}/{env:STAGE}").fixedName()).isEqualTo("shop/prod_eu");
	}

	@Test
	void aVariableWithoutValueHasAStandIn() {
		assertThat(group("{app}/{nothing}/{env:OTHER}").fixedName()).isEqualTo("shop/none/none");
		assertThat(stream("a{text}").resolve("")).isEqualTo("anone");
	}

	@Test
	void aVariableOfTheEventIsAskedForEachEvent() {
		Template<String> template = stream("{app}-{text}/{head:2}");
		assertThat(template.fixedName()).isNull();
		assertThat(template.resolve("first")).isEqualTo("shop-first/fi");
		assertThat(template.resolve("x")).isEqualTo("shop-x/x");
	}

	@Test
	void aFixedVariableIsAskedOnce() {
		AtomicInteger asked = new AtomicInteger();
		VariableCatalog<String> counting = new VariableCatalog<String>()
			.fixed("asked", () -> Integer.toString(asked.incrementAndGet()))
			.perEvent("text", (event) -> event);
		Template<String> template = Template.parse("{asked}{text}", NameRule.LOG_STREAM, counting);
		assertThat(template.resolve("a")).isEqualTo("1a");
		assertThat(template.resolve("b")).isEqualTo("1b");
	}

	@Test
	void whatAnEventBringsIsMadeLawful() {
		assertThat(group("{text}").resolve("a b:c")).matches("a_b_c#[0-9a-f]{8}");
		assertThat(stream("{text}").resolve("a b:c*d")).matches("a b_c_d#[0-9a-f]{8}");
	}

	@Test
	void anEventCannotMakeAReservedName() {
		assertThat(group("{text}").resolve("aws/mine")).matches("_aws/mine#[0-9a-f]{8}");
		assertThat(stream("{text}").resolve("aws/mine")).isEqualTo("aws/mine");
		assertThat(group("aws{text}").resolve("/mine")).matches("_aws/mine#[0-9a-f]{8}");
	}

	@Test
	void anEventWhoseValueLooksLikeTheStandInIsNotTakenForOneWithoutValue() {
		assertThat(group("{text}").resolve("")).isEqualTo("none");
		assertThat(group("{text}").resolve("none")).matches("none#[0-9a-f]{8}");
	}

	@Test
	void aValueThatIsKnownLaterHasAPlaceholderThatNoEventCanMake() {
		Template<String> template = stream("{late:id}/{text}");
		assertThat(template.resolve("x")).isEqualTo("*{late:id}/x");
		assertThat(template.resolve("*{late:id}")).matches("\\*\\{late:id}/_\\{late_id}#[0-9a-f]{8}");
		assertThat(LateNames.variables(template.fixedText())).containsExactly("late:id");
	}

	@Test
	void aNameIsCompleteOnceItsLateValuesAreKnown() {
		assertThat(LateNames.complete("*{late:id}/x", NameRule.LOG_STREAM, (variable) -> "i-$1:" + variable))
			.isEqualTo("i-$1_late_id/x");
		assertThat(LateNames.complete("*{late:id}/x", NameRule.LOG_STREAM, (variable) -> null)).isEqualTo("none/x");
		assertThat(LateNames.complete("*{a}" + "x".repeat(512), NameRule.LOG_STREAM, (variable) -> "long")).hasSize(512)
			.startsWith("longx");
		assertThat(LateNames.complete("*{a}/x", NameRule.LOG_GROUP, (variable) -> "aws")).startsWith("_aws/x#");
	}

	@Test
	void aLateValueLeavesTheNameTheSameForAllEvents() {
		assertThat(group("{app}/{late:id}").fixedName()).isEqualTo("shop/*{late:id}");
	}

	@Test
	void aNameThatAnEventMakesTooLongIsCut() {
		assertThat(stream("{text}").resolve("x".repeat(512))).isEqualTo("x".repeat(512));
		assertThat(stream("a{text}").resolve("x".repeat(512))).hasSize(512).startsWith("ax");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			textBlock = """
					"",                 "The name is empty."
					"{app",             "The brace at position 1 is never closed."
					"ab{app}{text",     "The brace at position 8 is never closed."
					"my group",         "The service takes letters, digits and . - _ / # only, and this has 'my group'."
					"aws/mine",         "Names that begin with 'aws/' are reserved by the service."
					"aws/{text}",       "Names that begin with 'aws/' are reserved by the service."
					"{time}",           "The service takes letters, digits and . - _ / # only, and {time} yields values like '08:00'."
					"{late:other}",     "There is no variable {late:...}."
					"{late}",           "There is no variable {late}."
					"{none}",           "There is no variable {none}."
					"{}",               "There is no variable {}."
					"{app:x}",          "There is no variable {app:...}."
					"{head}",           "There is no variable {head}."
					"{head:x}",         "{head:x} needs a digit."
					""")
	void aTemplateThatCanNeverWorkIsRefused(String source, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> group(source)).withMessageStartingWith(reason);
	}

	@Test
	void anUnknownVariableIsRefusedWithTheListOfKnownOnes() {
		assertThatIllegalArgumentException().isThrownBy(() -> group("{aplication}"))
			.withMessage(
					"There is no variable {aplication}. The variables are {app} {env:NAME} {head:N} {late:id} {nothing}"
							+ " {text} {time}");
	}

	@Test
	void aFixedNameMayBeAsLongAsTheServiceTakesAndNoLonger() {
		assertThat(group("x".repeat(512)).fixedName()).hasSize(512);
		assertThatIllegalArgumentException().isThrownBy(() -> group("x".repeat(513)))
			.withMessage("The name has 513 characters, the service takes 512.");
		assertThatIllegalArgumentException().isThrownBy(() -> group("x".repeat(513) + "{text}"))
			.withMessage("The name has 513 characters, the service takes 512.");
	}

	@Test
	void aColonInAStreamIsRefusedOutsideOfAVariable() {
		assertThatIllegalArgumentException().isThrownBy(() -> stream("a:b"))
			.withMessage("The service takes anything but : and * only, and this has 'a:b'.");
		assertThat(stream("{env:STAGE}").fixedName()).isEqualTo("prod_eu");
	}

	private Template<String> group(String source) {
		return Template.parse(source, NameRule.LOG_GROUP, this.catalog);
	}

	private Template<String> stream(String source) {
		return Template.parse(source, NameRule.LOG_STREAM, this.catalog);
	}

}
