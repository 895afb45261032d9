package io.github.cloudwatchlogging.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.event.Destination;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link DestinationTemplate}; its events are plain texts.
 */
class DestinationTemplateTests {

	private final VariableCatalog<String> catalog = new VariableCatalog<String>().late("late")
		.perEvent("text", (event) -> event)
		.perEvent("length", (event) -> Integer.toString(event.length()))
		.perEvent("nothing", (event) -> null)
		.perEvent("first", new FirstLetter());

	@Test
	void eventsOfTheSameValuesShareOneDestination() {
		DestinationTemplate<String> template = template("group", "{length}/{nothing}");
		assertThat(template.resolve("one")).isEqualTo(new Destination("group", "3/none"))
			.isSameAs(template.resolve("two"))
			.isNotSameAs(template.resolve("three"));
	}

	@Test
	void aDestinationIsRememberedByAllOfAValueOfWhichItHasAPart() {
		DestinationTemplate<String> template = template("group", "{first}");
		assertThat(template.resolve("one")).isEqualTo(new Destination("group", "o"))
			.isSameAs(template.resolve("one"))
			.isNotSameAs(template.resolve("other"))
			.isEqualTo(template.resolve("other"));
	}

	@Test
	void anEventWithoutAValueIsNotTakenForOneWithAnother() {
		DestinationTemplate<String> template = template("group", "{nothing}{text}");
		assertThat(template.resolve("")).isEqualTo(new Destination("group", "nonenone"));
		assertThat(template.resolve("none").stream()).startsWith("nonenone#");
	}

	@Test
	void aValueIsAskedForOnceForEachEvent() {
		AtomicInteger asked = new AtomicInteger();
		this.catalog.perEvent("counter", (event) -> Integer.toString(asked.incrementAndGet()));
		DestinationTemplate<String> template = template("group", "{counter}");
		assertThat(template.resolve("a").stream()).isEqualTo("1");
		assertThat(template.resolve("b").stream()).isEqualTo("2");
	}

	@Test
	void allEventsShareTheDestinationOfNamesWithoutThem() {
		DestinationTemplate<String> template = template("group", "{late}");
		assertThat(template.resolve("one")).isEqualTo(new Destination("group", "*{late}"))
			.isSameAs(template.resolve("two"));
		assertThat(template.fixedText()).isEqualTo("group\n*{late}");
	}

	@Test
	void whatStandsInOneNameIsNeverTakenForWhatStandsInTheOther() {
		DestinationTemplate<String> template = template("g{text}", "s{length}");
		assertThat(template.resolve("1")).isEqualTo(new Destination("g1", "s1"));
		assertThat(template.resolve("11")).isEqualTo(new Destination("g11", "s2"));
	}

	@Test
	void longValuesAreResolvedWithoutBeingRemembered() {
		DestinationTemplate<String> template = template("group", "{text}");
		String value = "x".repeat(600);
		assertThat(template.resolve(value)).isEqualTo(template.resolve(value)).isNotSameAs(template.resolve(value));
	}

	@Test
	void valuesThatMeetInOneSlotKeepTheirOwnDestinations() {
		DestinationTemplate<String> template = template("group", "{text}");
		// These have one hash code.
		for (String value : List.of("AaAa", "BBBB", "AaBB", "BBAa", "AaAa")) {
			assertThat(template.resolve(value).stream()).isEqualTo(value);
		}
	}

	@Test
	void manyThreadsAndValuesNeverMixThemUp() throws Exception {
		DestinationTemplate<String> template = template("{length}", "{text}");
		Map<String, String> wrong = new ConcurrentHashMap<>();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Object>> work = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				int first = thread;
				work.add(Executors.callable(() -> IntStream.range(0, 100_000).forEach((number) -> {
					String value = Integer.toString((number * 7 + first) % 1_000);
					Destination destination = template.resolve(value);
					if (!destination.equals(new Destination(Integer.toString(value.length()), value))) {
						wrong.put(value, destination.toString());
					}
				})));
			}
			for (Future<Object> done : threads.invokeAll(work)) {
				done.get();
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(wrong).isEmpty();
	}

	private DestinationTemplate<String> template(String group, String stream) {
		return new DestinationTemplate<>(Template.parse(group, NameRule.LOG_GROUP, this.catalog),
				Template.parse(stream, NameRule.LOG_STREAM, this.catalog));
	}

	private static final class FirstLetter implements Variable<String> {

		@Override
		public String valueFor(String event) {
			return event;
		}

		@Override
		public String inNames(String value) {
			return value.substring(0, 1);
		}

	}

}
