package io.github.cloudwatchlogging.logback.format;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.github.cloudwatchlogging.settings.FieldSelection;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.MaskSettings;
import io.github.cloudwatchlogging.settings.PassThrough;
import io.github.cloudwatchlogging.settings.StackTraceSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link StackTraceText}, and what the settings make of it.
 */
class StackTraceTests {

	private final Events events = new Events();

	@Test
	void isThatOfLogback() {
		Exception middle = new IllegalArgumentException("middle", new Exception("inner"));
		Exception exception = new IllegalStateException("outer", middle);
		exception.addSuppressed(new Exception("suppressed", new Exception("its cause")));
		middle.addSuppressed(new Exception());
		assertThat(print(exception, StackTraceSettings.DEFAULT))
			.isEqualTo(ThrowableProxyUtil.asString(new ThrowableProxy(exception)));
	}

	@Test
	void canBeginWithTheRootCause() {
		assertThat(print(chain(), new StackTraceSettings(true, null, null, List.of()))).isEqualTo("""
				java.lang.Exception: inner
					at a.Inner.run(Inner.java:1)
					at a.Inner.run(Inner.java:2)
					at b.Outer.run(Outer.java:3)
				Wrapped by: java.lang.Exception: outer
					at b.Outer.run(Outer.java:4)
					at b.Outer.run(Outer.java:5)
					at b.Outer.run(Outer.java:6)
				""");
	}

	@Test
	void theCauseHasTheFramesThatBothShareWhereItComesFirst() {
		Exception outer = new Exception("outer", new Exception("inner"));
		String text = print(outer, new StackTraceSettings(true, null, null, List.of()));
		assertThat(text.lines().skip(1).findFirst().orElseThrow()).startsWith("\tat io.github.cloudwatchlogging");
		assertThat(text).endsWith("Wrapped by: java.lang.Exception: outer\n\t... " + outer.getStackTrace().length
				+ " common frames omitted\n");
	}

	@Test
	void canBeAsDeepAsOneLikes() {
		assertThat(print(chain(), new StackTraceSettings(false, 1, null, List.of()))).isEqualTo("""
				java.lang.Exception: outer
					at b.Outer.run(Outer.java:4)
					... 2 more
				Caused by: java.lang.Exception: inner
					at a.Inner.run(Inner.java:1)
					... 2 more
				""");
	}

	@Test
	void canDoWithoutSomeFramesAndSaysHowMany() {
		assertThat(print(chain(), new StackTraceSettings(false, null, null, List.of("a.Inner", "c.")))).isEqualTo("""
				java.lang.Exception: outer
					at b.Outer.run(Outer.java:4)
					at b.Outer.run(Outer.java:5)
					at b.Outer.run(Outer.java:6)
				Caused by: java.lang.Exception: inner
					at b.Outer.run(Outer.java:3)
					... 2 excluded
				""");
	}

	@Test
	void isCutAtItsLength() {
		String whole = print(chain(), StackTraceSettings.DEFAULT);
		assertThat(print(chain(), new StackTraceSettings(false, null, 100, List.of())))
			.isEqualTo(whole.substring(0, 100));
	}

	@Test
	void isMaskedBeforeItIsCut() {
		Exception exception = new Exception("x".repeat(60) + " 4111 1111 1111 1111");
		exception.setStackTrace(new StackTraceElement[0]);
		JsonSettings settings = new JsonSettings(Map.of(), FieldSelection.ALL, FieldSelection.ALL,
				new StackTraceSettings(false, null, 100, List.of()),
				MaskSettings.of(List.of(), List.of("\\d{4} \\d{4} \\d{4} \\d{4}"), List.of(), "***"), PassThrough.NONE,
				false);
		assertThat(Events.json(settings, this.events.event("x", exception)).at("/exception/stackTrace").stringValue())
			.doesNotContain("4111")
			.contains("***");
	}

	@Test
	void endsForExceptionsThatCauseAndSuppressEachOther() {
		Exception one = new IllegalStateException("one");
		Exception other = new IllegalStateException("other", one);
		one.initCause(other);
		other.addSuppressed(one);
		for (boolean rootCauseFirst : List.of(true, false)) {
			assertThat(print(one, new StackTraceSettings(rootCauseFirst, 3, null, List.of())))
				.contains("CIRCULAR REFERENCE: java.lang.IllegalStateException: one");
		}
	}

	private static Exception chain() {
		Exception inner = new Exception("inner");
		inner.setStackTrace(new StackTraceElement[] { frame("a.Inner", 1), frame("a.Inner", 2), frame("b.Outer", 3) });
		Exception outer = new Exception("outer", inner);
		outer.setStackTrace(new StackTraceElement[] { frame("b.Outer", 4), frame("b.Outer", 5), frame("b.Outer", 6) });
		return outer;
	}

	private static StackTraceElement frame(String type, int line) {
		return new StackTraceElement(type, "run", type.substring(2) + ".java", line);
	}

	private String print(Exception exception, StackTraceSettings settings) {
		JsonNode json = Events.json(Events.with(settings), this.events.event("x", exception));
		return json.at("/exception/stackTrace").asString();
	}

}
