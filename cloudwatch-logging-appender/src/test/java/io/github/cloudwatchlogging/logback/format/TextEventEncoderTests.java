package io.github.cloudwatchlogging.logback.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.pattern.LevelConverter;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.pattern.DynamicConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * {@link TextEventEncoder}, beside Logback's own encoder for patterns.
 */
class TextEventEncoderTests {

	private static final int EVENTS = 20_000;

	private static final int SECONDS = 500;

	private static final int THREADS = 4;

	private final Events events = new Events();

	@ParameterizedTest
	@ValueSource(strings = { EventFormat.DEFAULT_PATTERN,
			"%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} [%thread] %-5level %logger{36} - %msg%n", "%msg", "%m%n%n%nopex",
			"%-20.30(%d [%t]) %.-3level %20.-20logger{0} %replace(%msg){'[a-z]', 'x'} %X{a:-none}.%X %marker %kvp%n",
			"%highlight(%p) %c{1} %mdc{level} %property{user} %r %ex{2}%n", "%5n%3p%-8t%.5c%.2m|%rEx",
			"Ärger 20 \\% %m" })
	void aTextIsTheSameAsLogbacksButForTheLinesEnd(String pattern) {
		Encoder<ILoggingEvent> encoder = encoder(pattern);
		PatternLayoutEncoder logbacks = logbacks(pattern);
		RandomEvents random = new RandomEvents(new Random(20_261_122));
		for (int round = 0; round < EVENTS; round++) {
			LoggingEvent event = random.next(new JsonEventEncoder());
			assertThat(textOrFailure(encoder, event)).isEqualTo(textOrFailure(logbacks, event));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{ISO8601}", "{STRICT}", "{HH:mm:ss}", "{yyyy}", "{SSS}", "{SS}", "{S}",
			"{ss.SSSSSSSSS}", "{n}", "{A}", "{N}", "{SSS SSS}", "{\"'000' SSS\"}", "{\"SSS '999'\"}", "{SSSS}",
			"{dd MMMM HH:mm:ss.SSS, UTC, fr}", "{\"yyyy-MM-dd HH:mm:ss.SSS zzz\", Europe/Berlin}",
			"{\"h:mm:ss.SSS a EEEE, VV\", Asia/Kathmandu, ja}", "{\"uuuu G SSS e\", America/St_Johns}",
			"{\"HH:mm:ss.SSS\", UTC, ar-EG-u-nu-arab}" })
	void aDateIsTheSameAsLogbacksInEachMillisecondOfASecond(String options) {
		Encoder<ILoggingEvent> encoder = encoder("%d" + options + " %-30d" + options + " %.6d" + options + "%n");
		PatternLayoutEncoder logbacks = logbacks("%d" + options + " %-30d" + options + " %.6d" + options + "%n");
		Random random = new Random(20_261_122);
		long[] starts = { 0, -1000, -62_135_596_800_000L, 253_402_300_799_000L, millis("2026-03-29T00:59:59Z"),
				millis("2026-10-25T00:59:59Z"), millis("2024-02-29T23:59:59Z") };
		for (int second = 0; second < SECONDS; second++) {
			long start = (second < starts.length) ? starts[second] : random.nextLong() >> random.nextInt(40);
			for (int offset = -3; offset < 2003; offset += 1 + random.nextInt(400)) {
				LoggingEvent event = at(start + offset);
				assertThat(Events.text(encoder, event)).isEqualTo(withoutLineEnd(Events.text(logbacks, event)));
			}
		}
	}

	@Test
	void aTextCanBeEmpty() {
		assertThat(encoder("%n").encode(this.events.event("x", null))).isEmpty();
	}

	@Test
	void anExceptionIsShownThoughThePatternDoesNotSaySo() {
		LoggingEvent event = this.events.event("x", new IllegalStateException("broken"));
		assertThat(Events.text(encoder("%msg%n"), event))
			.startsWith("x\njava.lang.IllegalStateException: broken\n\tat ");
	}

	@Test
	void moreLoggersThanArePlacesForKeepTheirNames() {
		Encoder<ILoggingEvent> encoder = encoder("%logger{0} %thread");
		for (int round = 0; round < 3; round++) {
			for (int number = 0; number < 1000; number++) {
				LoggingEvent event = new LoggingEvent("caller", this.events.context().getLogger("a.b.C" + number),
						Level.INFO, "x", null, null);
				event.setThreadName("thread " + (number % 100));
				assertThat(Events.text(encoder, event)).isEqualTo("C" + number + " thread " + (number % 100));
			}
		}
	}

	@Test
	void threadsThatEncodeAtOnceDoNotMixTheirTexts() throws Exception {
		String pattern = "%d{HH:mm:ss.SSS} [%thread] %-5level %logger{20} - %msg%n";
		Encoder<ILoggingEvent> encoder = encoder(pattern);
		PatternLayoutEncoder logbacks = logbacks(pattern);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> results = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				Random random = new Random(thread);
				results.add(threads.submit(() -> {
					for (int round = 0; round < EVENTS; round++) {
						LoggingEvent event = this.events.event((round % 2 == 0) ? Level.WARN : Level.ERROR,
								"thread " + random.nextInt(100), "x", null);
						event.setInstant(Instant.ofEpochMilli(random.nextInt(5000)));
						assertThat(Events.text(encoder, event)).isEqualTo(withoutLineEnd(Events.text(logbacks, event)));
					}
				}));
			}
			for (Future<?> result : results) {
				result.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void aConverterThatExtendsOneOfLogbacksIsAskedEachTime() {
		register("count", Counting::new);
		Encoder<ILoggingEvent> encoder = encoder("%count");
		LoggingEvent event = this.events.event("x", null);
		assertThat(Events.text(encoder, event)).isEqualTo("1 INFO");
		assertThat(Events.text(encoder, event)).isEqualTo("2 INFO");
	}

	@Test
	void aConverterThatFailsCostsItsOwnEventOnly() {
		register("fail", FailingOnBad::new);
		Encoder<ILoggingEvent> encoder = encoder("%level %fail");
		assertThat(Events.text(encoder, this.events.event("good", null))).isEqualTo("INFO good");
		assertThatIllegalStateException().isThrownBy(() -> encoder.encode(this.events.event("bad", null)));
		assertThat(Events.text(encoder, this.events.event("good", null))).isEqualTo("INFO good");
	}

	@Test
	void anArgumentThatLogsWhenItIsShownDoesNotDisturbItsEvent() {
		Encoder<ILoggingEvent> encoder = encoder("%d{SSS} %level %msg");
		Object logging = new Object() {

			@Override
			public String toString() {
				return Events.text(encoder, TextEventEncoderTests.this.events.event("inner", null));
			}

		};
		assertThat(Events.text(encoder, this.events.event("outer {}", null, logging)))
			.isEqualTo("007 INFO outer 007 INFO inner");
	}

	private Encoder<ILoggingEvent> encoder(String pattern) {
		return started(new TextFormat(pattern).encoder(this.events.context()));
	}

	private PatternLayoutEncoder logbacks(String pattern) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setPattern(pattern);
		encoder.setCharset(StandardCharsets.UTF_8);
		return started(encoder);
	}

	private <E extends Encoder<ILoggingEvent>> E started(E encoder) {
		encoder.setContext(this.events.context());
		encoder.start();
		return encoder;
	}

	@SuppressWarnings("rawtypes")
	private void register(String word, Supplier<DynamicConverter> converter) {
		Map<String, Supplier<DynamicConverter>> registry = new HashMap<>();
		registry.put(word, converter);
		this.events.context().putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, registry);
	}

	private static String textOrFailure(Encoder<ILoggingEvent> encoder, LoggingEvent event) {
		try {
			return withoutLineEnd(Events.text(encoder, event));
		}
		catch (Throwable ex) {
			return ex.toString();
		}
	}

	private static String withoutLineEnd(String text) {
		return text.replaceFirst("[\r\n]+$", "");
	}

	private LoggingEvent at(long epochMillis) {
		LoggingEvent event = this.events.event("x", null);
		event.setInstant(Instant.ofEpochMilli(epochMillis));
		return event;
	}

	private static long millis(String time) {
		return Instant.parse(time).toEpochMilli();
	}

	/**
	 * Says something else each time.
	 */
	static final class Counting extends LevelConverter {

		private int count;

		@Override
		public String convert(ILoggingEvent event) {
			this.count++;
			return this.count + " " + super.convert(event);
		}

	}

	/**
	 * Fails for some.
	 */
	static final class FailingOnBad extends MessageConverter {

		@Override
		public String convert(ILoggingEvent event) {
			if (event.getMessage().equals("bad")) {
				throw new IllegalStateException(event.getMessage().toUpperCase(Locale.ROOT));
			}
			return super.convert(event);
		}

	}

}
