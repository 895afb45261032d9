package io.github.cloudwatchlogging.endtoend;

import java.util.List;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is logged is delivered lawfully, or costs itself and nothing else.
 */
class BadInputTests extends LawfulCalls {

	@Test
	void loneSurrogatesBecomeReplacementCharacters() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, "")) {
			application.logger("a").info("high \uD83D, low \uDE00, both \uD83D\uDE00");
		}
		assertThat(json(messages().get(0)).get("message").stringValue())
			.isEqualTo("high \uFFFD, low \uFFFD, both \uD83D\uDE00");
	}

	@Test
	void controlCharactersAndNullsAreDelivered() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, "")) {
			application.logger("a").info("\u0000\u0001\u001F\u007F\n\r\t\"\\ {}", (Object) null);
			application.logger("a").info((String) null);
		}
		assertThat(json(messages().get(0)).get("message").stringValue())
			.isEqualTo("\u0000\u0001\u001F\u007F\n\r\t\"\\ null");
		assertThat(json(messages().get(1)).get("message").stringValue()).isEqualTo("null");
	}

	@Test
	void anEmptyMessageIsDeliveredAsABlank() throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg%n")) {
			application.logger("a").info("");
		}
		assertThat(messages()).containsExactly(" ");
	}

	@Test
	void bytesThatAreNotUtf8AreRepaired() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server,
				"<encoder><charset>ISO-8859-1</charset><pattern>%msg</pattern></encoder>")) {
			application.logger("a").info("caf\u00E9");
		}
		assertThat(messages()).containsExactly("caf\uFFFD");
	}

	@Test
	void anEncoderThatThrowsCostsThatEventAndIsToldOnce() throws Exception {
		String encoder = "<encoder class='ch.qos.logback.core.encoder.LayoutWrappingEncoder'><layout class='"
				+ ThrowingLayout.class.getName() + "'><pattern>%msg</pattern></layout></encoder>";
		LogbackApplication application = LogbackApplication.start(this.server, encoder);
		CloudWatchAppender appender = application.appender();
		application.logger("a").info("one");
		application.logger("a").info("bad");
		application.logger("a").info("bad");
		application.logger("a").info("two");
		List<Status> told = application.context()
			.getStatusManager()
			.getCopyOfStatusList()
			.stream()
			.filter((status) -> status.getMessage().contains("could not be encoded"))
			.toList();
		application.close();
		assertThat(messages()).containsExactly("one", "two");
		assertThat(told).singleElement().satisfies((status) -> assertThat(status.getLevel()).isEqualTo(Status.WARN));
		Balance balance = appender.snapshot().balance();
		assertThat(balance.dropped(DropCause.ENCODER_FAILED)).isEqualTo(2);
		assertThat(balance.delivered()).isEqualTo(2);
		assertThat(balance.isBalanced()).isTrue();
	}

	/**
	 * Throws for the message "bad".
	 */
	public static class ThrowingLayout extends PatternLayout {

		@Override
		public String doLayout(ILoggingEvent event) {
			if ("bad".equals(event.getMessage())) {
				throw new IllegalStateException("no layout for this");
			}
			return super.doLayout(event);
		}

	}

}
