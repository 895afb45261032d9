package io.github.cloudwatchlogging.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

import static org.assertj.core.api.Assertions.assertThat;

class PutLogEventsTimesTests extends ServerWithStream {

	private static final long HOUR = Duration.ofHours(1).toMillis();

	private static final long DAY = Duration.ofDays(1).toMillis();

	private static final long TOO_OLD = NOW - 14 * DAY - 1;

	private static final long TOO_NEW = NOW + 2 * HOUR + 1;

	private static final String SPAN_REFUSAL = "400 InvalidParameterException: The batch of log events in a single "
			+ "PutLogEvents request cannot span more than 24 hours.";

	@Test
	void refusesABatchOutOfOrder() {
		assertThat(Clients.refusalOf(() -> put(NOW, NOW - 1))).isEqualTo("400 InvalidParameterException: "
				+ "Log events in a single PutLogEvents request must be in chronological order.");
		assertThat(this.server.eventCount()).isZero();
	}

	@Test
	void acceptsEqualTimestampsAndKeepsTheirOrder() {
		put(NOW, NOW, NOW);
		assertThat(this.server.events()).extracting(ReceivedEvent::message).containsExactly("0", "1", "2");
	}

	@Test
	void acceptsEarlierEventsInALaterRequestAndShowsThemInOrder() {
		put(NOW);
		put(NOW - DAY);
		assertThat(this.server.events()).extracting(ReceivedEvent::timestamp).containsExactly(NOW - DAY, NOW);
	}

	@Test
	void acceptsASpanOfExactly24Hours() {
		assertThat(put(NOW - DAY, NOW).rejectedLogEventsInfo()).isNull();
		assertThat(this.server.eventCount()).isEqualTo(2);
	}

	@Test
	void refusesASpanOfOneMillisecondMore() {
		assertThat(Clients.refusalOf(() -> put(NOW - DAY - 1, NOW))).isEqualTo(SPAN_REFUSAL);
		assertThat(this.server.eventCount()).isZero();
	}

	@Test
	void measuresTheSpanOverValidEventsOnly() {
		assertRejected(put(TOO_OLD, NOW - DAY, NOW, TOO_NEW), 1, null, 3);
		assertStored("1", "2");
		assertThat(Clients.refusalOf(() -> put(TOO_OLD, NOW - DAY - 1, NOW, TOO_NEW))).isEqualTo(SPAN_REFUSAL);
	}

	@Test
	void acceptsTheWholeWindow() {
		assertThat(put(NOW - 14 * DAY).rejectedLogEventsInfo()).isNull();
		assertThat(put(NOW + 2 * HOUR).rejectedLogEventsInfo()).isNull();
		assertThat(this.server.eventCount()).isEqualTo(2);
	}

	@Test
	void rejectsAnEventOlderThan14Days() {
		assertRejected(put(TOO_OLD, NOW), 1, null, null);
		assertStored("1");
	}

	@Test
	void rejectsAnEventMoreThan2HoursAhead() {
		assertRejected(put(NOW, TOO_NEW), null, null, 1);
		assertStored("0");
	}

	@Test
	void rejectsBothEndsAtOnce() {
		assertRejected(put(TOO_OLD - 1, TOO_OLD, NOW, TOO_NEW, TOO_NEW + 1), 2, null, 3);
		assertStored("2");
	}

	@Test
	void answers200EvenIfAllEventsAreTooOld() {
		assertRejected(put(TOO_OLD, TOO_OLD), 2, null, null);
		assertStored();
		assertThat(this.server.requests("PutLogEvents")).singleElement().satisfies((request) -> {
			assertThat(request.status()).isEqualTo(200);
			assertThat(request.eventCount()).isEqualTo(2);
			assertThat(request.acceptedCount()).isZero();
		});
	}

	@Test
	void answers200EvenIfAllEventsAreTooNew() {
		assertRejected(put(TOO_NEW, TOO_NEW), null, null, 0);
		assertStored();
	}

	@Test
	void answers200EvenIfNoEventIsLeftBetweenBothEnds() {
		assertRejected(put(TOO_OLD, TOO_NEW), 1, null, 1);
		assertStored();
	}

	@Test
	void rejectsEventsPastTheRetention() {
		this.server.putRetentionPolicy("g", 1);
		assertRejected(put(NOW - DAY - 1, NOW - DAY, NOW - 1), null, 1, null);
		assertStored("1", "2");
	}

	@Test
	void countsEventsThatAreBothTooOldAndExpiredTwice() {
		this.server.putRetentionPolicy("g", 3);
		assertRejected(put(TOO_OLD, NOW - 3 * DAY - 1, NOW - 3 * DAY, NOW - 2 * DAY - 1), 1, 2, null);
		assertStored("2", "3");
	}

	@Test
	void rejectsTooOldExpiredAndTooNewAtOnce() {
		this.server.putRetentionPolicy("g", 1);
		assertRejected(put(TOO_OLD, NOW - DAY - 2 * HOUR, TOO_NEW), 1, 2, 2);
		assertStored();
	}

	@Test
	void leavesTheWindowAt14DaysUnderALongerRetention() {
		this.server.putRetentionPolicy("g", 30);
		assertRejected(put(TOO_OLD - 30 * DAY, TOO_OLD, NOW), 2, 1, null);
		assertStored("2");
	}

	@Test
	void measuresTheSpanOverExpiredEventsToo() {
		this.server.putRetentionPolicy("g", 1);
		assertThat(Clients.refusalOf(() -> put(NOW - DAY - 1, NOW))).isEqualTo(SPAN_REFUSAL);
	}

	private PutLogEventsResponse put(long... timestamps) {
		List<InputLogEvent> events = new ArrayList<>();
		Arrays.stream(timestamps)
			.forEach((timestamp) -> events.add(Clients.event(timestamp, Integer.toString(events.size()))));
		return Clients.put(this.client, events);
	}

	private static void assertRejected(PutLogEventsResponse response, @Nullable Integer tooOldEnd,
			@Nullable Integer expiredEnd, @Nullable Integer tooNewStart) {
		RejectedLogEventsInfo info = response.rejectedLogEventsInfo();
		assertThat(info.tooOldLogEventEndIndex()).isEqualTo(tooOldEnd);
		assertThat(info.expiredLogEventEndIndex()).isEqualTo(expiredEnd);
		assertThat(info.tooNewLogEventStartIndex()).isEqualTo(tooNewStart);
	}

	private void assertStored(String... messages) {
		assertThat(this.server.events()).extracting(ReceivedEvent::message).containsExactly(messages);
	}

}
