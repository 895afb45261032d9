package io.github.cloudwatchlogging.logback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.format.JsonEventEncoder;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link CloudWatchAppender} makes of an event, as far as it needs no server.
 */
class CloudWatchAppenderTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final JsonMapper JACKSON = new JsonMapper();

	@RegisterExtension
	final AppenderRig rig = new AppenderRig();

	private final CapturingClient client = this.rig.client;

	private final CloudWatchAppender appender = this.rig.appender;

	private final Logger logger = this.rig.logger;

	@Test
	void anEventBecomesJsonInItsGroupAndStream() {
		this.rig.start("/app/{level}", "{logger:1}-{mdc:user}");
		this.rig.context.getMDCAdapter().put("user", "jim:*");
		this.logger.atInfo().addKeyValue("items", 3).log("Ordered");
		assertThat(this.appender.flush(LONG).isComplete()).isTrue();
		assertThat(this.client.streams()).singleElement().asString().matches("/app/INFO / Order-jim__#[0-9a-f]{8}");
		JsonNode json = JACKSON.readTree(this.client.messages().get(0));
		assertThat(json.get("message").asString()).isEqualTo("Ordered");
		assertThat(json.get("items").intValue()).isEqualTo(3);
		assertThat(json.get("user").asString()).isEqualTo("jim:*");
	}

	@Test
	void anEventKeepsItsTime() {
		this.rig.start("group", "stream");
		LoggingEvent event = event(Level.INFO, "x");
		long time = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
		event.setTimeStamp(time);
		this.appender.doAppend(event);
		this.appender.flush(LONG);
		assertThat(this.client.events()).extracting(InputLogEvent::timestamp).containsExactly(time);
	}

	@Test
	void anEventFromBeforeTheEpochDoesNotSpoilItsBatch() {
		this.rig.start("group", "stream");
		LoggingEvent event = event(Level.INFO, "x");
		event.setTimeStamp(-1);
		this.appender.doAppend(event);
		this.logger.info("y");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).hasSize(1);
		assertThat(this.appender.snapshot().balance().dropped(DropCause.TOO_OLD)).isEqualTo(1);
	}

	@Test
	void anEncoderThatThrowsCostsOneEventAndIsToldOnce() {
		this.appender.setEncoder(new PickyEncoder());
		this.rig.start("group", "stream");
		this.logger.info("one");
		this.logger.info("bad");
		this.logger.info("worse");
		this.logger.info("two");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).containsExactly("one", "two");
		Balance balance = this.appender.snapshot().balance();
		assertThat(balance).isEqualTo(new Balance(4, 2, Map.of(), Map.of(DropCause.ENCODER_FAILED, 2L), 0));
		assertThat(this.rig.statuses(Status.WARN)).singleElement().asString().contains("could not be encoded");
		assertThat(this.rig.statuses(Status.ERROR)).isEmpty();
	}

	@Test
	void filtersApply() {
		this.appender.addFilter(new OnlyWarnings());
		this.rig.start("group", "stream");
		this.logger.info("no");
		this.logger.warn("yes");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).hasSize(1).first().asString().contains("yes");
		assertThat(this.appender.snapshot().balance().accepted()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "software.amazon.awssdk.request, DEBUG, false", "software.amazon.awssdk.request, TRACE, false",
			"software.amazon.awssdk.request, INFO, true", "org.apache.hc.client5.http.wire, DEBUG, false",
			"org.apache.http.wire, DEBUG, false", "org.apache.hc.client5.http.wire, WARN, true",
			"org.apache.httpd.Mine, DEBUG, true", "com.example.Shop, DEBUG, true" })
	void theSdksOwnLoggersAreHeardFromInfoOn(String name, String level, boolean heard) {
		this.rig.start("group", "stream");
		this.appender.doAppend(
				new LoggingEvent("caller", this.rig.context.getLogger(name), Level.valueOf(level), "x", null, null));
		assertThat(this.appender.snapshot().balance().accepted()).isEqualTo(heard ? 1 : 0);
	}

	@Test
	void whatIsLoggedByADeliveryNeverFeedsItself() {
		CapturingClient talkative = new CapturingClient() {

			@Override
			public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
				CloudWatchAppenderTests.this.logger.error("on a thread of the engine");
				return super.putLogEvents(request);
			}

		};
		this.rig.start(talkative, BatchSettings.DEFAULT, "group", "stream");
		this.logger.info("one");
		this.appender.flush(LONG);
		assertThat(talkative.messages()).hasSize(1);
		assertThat(this.appender.snapshot().balance().accepted()).isEqualTo(1);
	}

	@Test
	void aLargeEventStaysJsonWithinWhatABatchTakes() {
		this.rig.start(this.client, new BatchSettings(LONG, 65_536, 10), "group", "stream");
		this.logger.info("x".repeat(5_000_000));
		this.appender.flush(LONG);
		assertThat(this.client.messages().get(0).length()).isBetween(65_000, 65_536 - 26);
		assertThat(JACKSON.readTree(this.client.messages().get(0)).has("truncatedBytes")).isTrue();
	}

	@Test
	void aLargeEventStaysJsonWithAJsonEncoderOfTheUsersOwn() {
		this.appender.setEncoder(new JsonEventEncoder());
		this.rig.start(this.client, new BatchSettings(LONG, 65_536, 10), "group", "stream");
		this.logger.info("x".repeat(500_000));
		this.appender.flush(LONG);
		assertThat(JACKSON.readTree(this.client.messages().get(0)).has("truncatedBytes")).isTrue();
	}

	private LoggingEvent event(Level level, String message) {
		return new LoggingEvent("caller", this.logger, level, message, null, null);
	}

	/**
	 * Throws at everything that is bad, an exception or an error.
	 */
	private static final class PickyEncoder extends EncoderBase<ILoggingEvent> {

		@Override
		public byte[] headerBytes() {
			return new byte[0];
		}

		@Override
		public byte[] encode(ILoggingEvent event) {
			switch (event.getMessage()) {
				case "bad" -> throw new IllegalStateException("bad");
				case "worse" -> throw new StackOverflowError("worse");
				default -> {
					return event.getMessage().getBytes(StandardCharsets.UTF_8);
				}
			}
		}

		@Override
		public byte[] footerBytes() {
			return new byte[0];
		}

	}

	/**
	 * Denies whatever is no warning.
	 */
	private static final class OnlyWarnings extends Filter<ILoggingEvent> {

		@Override
		public FilterReply decide(ILoggingEvent event) {
			return (event.getLevel() == Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
		}

	}

}
