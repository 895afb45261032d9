package io.github.cloudwatchlogging.endtoend;

import java.util.List;
import java.util.stream.Collectors;

import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that are longer than a batch takes, under each policy.
 */
class OversizeTests extends LawfulCalls {

	private static final int LONGEST_MESSAGE = 1024 - 26;

	private static final int LONGEST_IN_A_FULL_BATCH = 1_048_576 - 26;

	private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

	private static final String SMALL_BATCHES = "<batch><maxSize>1KB</maxSize></batch>";

	private static final String TEXT = "<encoder><pattern>%msg%n</pattern></encoder>";

	private static final String LOGBACK_JSON = "<encoder class='ch.qos.logback.classic.encoder.JsonEncoder'/>";

	@Test
	void truncateCutsTheLongestTextOfOurJsonAndLeavesTheRest() throws Exception {
		try (LogbackApplication application = start("")) {
			application.mdc().put("tenant", "acme");
			application.logger("a").info("\u00E4\uD83D\uDE00\"\n".repeat(500));
		}
		JsonNode event = json(messages().get(0));
		assertThat(event.get("tenant").stringValue()).isEqualTo("acme");
		assertThat(event.get("logger").stringValue()).isEqualTo("a");
		assertCut(event, event.get("message").stringValue(), "\u00E4\uD83D\uDE00\"\n".repeat(500));
	}

	@Test
	void truncateCutsAStackTraceRatherThanTheMessage() throws Exception {
		try (LogbackApplication application = start("")) {
			application.logger("a").error("what happened", new IllegalStateException("because"));
		}
		JsonNode event = json(messages().get(0));
		assertThat(event.get("message").stringValue()).isEqualTo("what happened");
		assertThat(event.at("/exception/message").stringValue()).isEqualTo("because");
		assertThat(event.at("/exception/stackTrace").stringValue())
			.startsWith("java.lang.IllegalStateException: because");
		assertThat(event.get("truncatedBytes").intValue()).isPositive();
	}

	@Test
	void truncateKeepsTheJsonOfLogbacksOwnEncoder() throws Exception {
		String text = "caf\u00E9 \"\\\n\t\u0001".repeat(300);
		try (LogbackApplication application = start(LOGBACK_JSON)) {
			application.logger("a").atWarn().addKeyValue("order", 42).log(text);
		}
		JsonNode event = json(messages().get(0));
		assertThat(event.get("level").stringValue()).isEqualTo("WARN");
		assertThat(event.at("/kvpList/0/order").stringValue()).isEqualTo("42");
		assertCut(event, event.get("message").stringValue(), text);
	}

	@Test
	void truncateCutsWhatOnlyLooksLikeJsonAsText() throws Exception {
		try (LogbackApplication application = start(TEXT)) {
			application.logger("a").info("{} " + "x".repeat(2000));
		}
		assertThat(messages().get(0)).hasSize(LONGEST_MESSAGE).matches("\\{} x+\\.\\.\\. \\[\\d+\\+ bytes truncated]");
	}

	@Test
	void aMessageOfFiveMegabytesStaysJsonAndSaysWhatIsMissing() throws Exception {
		String text = "\u00E4\uD83D\uDE00".repeat(FIVE_MEGABYTES / 6);
		try (LogbackApplication application = LogbackApplication.start(this.server, "")) {
			application.logger("a").info("before");
			application.logger("a").info(text);
			application.logger("a").info("after");
		}
		assertThat(messages()).hasSize(3);
		String message = messages().get(1);
		assertThat(utf8(message)).isBetween(LONGEST_IN_A_FULL_BATCH - 100, LONGEST_IN_A_FULL_BATCH);
		assertCut(json(message), json(message).get("message").stringValue(), text);
	}

	@Test
	void aTextOfFiveMegabytesIsCutAtACodePointWithAMark() throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg")) {
			application.logger("a").info("\uD83D\uDE00".repeat(FIVE_MEGABYTES / 4));
		}
		String message = messages().get(0);
		assertThat(utf8(message)).isBetween(LONGEST_IN_A_FULL_BATCH - 100, LONGEST_IN_A_FULL_BATCH);
		assertThat(message).matches("(?s)(\uD83D\uDE00)+\\.\\.\\. \\[\\d+\\+ bytes truncated\\]");
	}

	@Test
	void anEventThatJustFitsIsLeftAlone() throws Exception {
		for (String policy : List.of("truncate", "split", "drop")) {
			try (LogbackApplication application = start(TEXT + "<oversize>" + policy + "</oversize>")) {
				application.logger("a").info("x".repeat(LONGEST_MESSAGE));
			}
		}
		assertThat(messages()).hasSize(3).containsOnly("x".repeat(LONGEST_MESSAGE));
	}

	@Test
	void splitDeliversAllOfATextInNumberedPartsOfOneTime() throws Exception {
		String text = "\uD83D\uDE00caf\u00E9 ".repeat(300);
		LogbackApplication application = start(TEXT + "<oversize>split</oversize>");
		CloudWatchAppender appender = application.appender();
		application.logger("a").info("before");
		application.logger("a").info(text);
		application.logger("a").info("after");
		application.close();
		List<String> messages = messages();
		List<String> parts = messages.subList(1, messages.size() - 1);
		assertThat(messages.get(0)).isEqualTo("before");
		assertThat(messages.get(messages.size() - 1)).isEqualTo("after");
		assertThat(parts).hasSize(4).allSatisfy((part) -> assertThat(utf8(part)).isLessThanOrEqualTo(LONGEST_MESSAGE));
		for (int part = 1; part <= 4; part++) {
			assertThat(parts.get(part - 1)).startsWith("[part " + part + "/4 of #1] ");
		}
		assertThat(together(parts)).isEqualTo(text);
		assertThat(this.server.events("test", "stream").subList(1, 5).stream().map(ReceivedEvent::timestamp).distinct())
			.hasSize(1);
		Balance balance = appender.snapshot().balance();
		assertThat(balance.accepted()).isEqualTo(6);
		assertThat(balance.delivered()).isEqualTo(6);
		assertThat(balance.isBalanced()).isTrue();
	}

	@Test
	void splitTellsThePartsOfOneEventFromThoseOfAnother() throws Exception {
		try (LogbackApplication application = start(TEXT + "<oversize>split</oversize>")) {
			application.logger("a").info("a".repeat(1500));
			application.logger("a").info("b".repeat(1500));
		}
		assertThat(together(messages().stream().filter((message) -> message.contains(" of #1] ")).toList()))
			.isEqualTo("a".repeat(1500));
		assertThat(together(messages().stream().filter((message) -> message.contains(" of #2] ")).toList()))
			.isEqualTo("b".repeat(1500));
	}

	@Test
	void splitTreatsJsonAsText() throws Exception {
		String text = "\"quoted\"".repeat(200);
		try (LogbackApplication application = start("<oversize>split</oversize>")) {
			application.logger("a").info(text);
		}
		assertThat(json(together(messages())).get("message").stringValue()).isEqualTo(text);
	}

	@Test
	void dropCountsTheEventAndTellsOnceWithItsSizeAndLogger() throws Exception {
		LogbackApplication application = start(TEXT + "<oversize>drop</oversize>");
		CloudWatchAppender appender = application.appender();
		application.logger("a").info("before");
		application.logger("the.chatty.one").info("x".repeat(5000));
		application.logger("a").info("x".repeat(6000));
		application.logger("a").info("after");
		List<Status> told = application.context()
			.getStatusManager()
			.getCopyOfStatusList()
			.stream()
			.filter((status) -> status.getMessage().contains("longer than a batch takes"))
			.toList();
		application.close();
		assertThat(messages()).containsExactly("before", "after");
		assertThat(told).singleElement().satisfies((status) -> {
			assertThat(status.getLevel()).isEqualTo(Status.WARN);
			assertThat(status.getMessage()).contains("5000 bytes").contains("the.chatty.one");
		});
		Balance balance = appender.snapshot().balance();
		assertThat(balance.dropped(DropCause.OVERSIZE)).isEqualTo(2);
		assertThat(balance.accepted()).isEqualTo(4);
		assertThat(balance.isBalanced()).isTrue();
	}

	@Test
	void aPolicyThatDoesNotExistIsRefusedWithTheOnesThatDo() throws Exception {
		try (LogbackApplication application = start("<oversize>explode</oversize>")) {
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(application.context().getStatusManager().getCopyOfStatusList().stream().map(Status::getMessage))
				.anyMatch((message) -> message.contains("oversize = 'explode'")
						&& message.contains("truncate, split, drop"));
		}
	}

	private LogbackApplication start(String options) throws Exception {
		return LogbackApplication.start(this.server, SMALL_BATCHES + options);
	}

	private static void assertCut(JsonNode event, String kept, String whole) {
		assertThat(whole).startsWith(kept);
		assertThat(kept).isNotEmpty();
		assertThat(event.get("truncatedBytes").intValue()).isEqualTo(utf8(whole) - utf8(kept));
	}

	private static String together(List<String> parts) {
		return parts.stream().map((part) -> part.substring(part.indexOf("] ") + 2)).collect(Collectors.joining());
	}

}
