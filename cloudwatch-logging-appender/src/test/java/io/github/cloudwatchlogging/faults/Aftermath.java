package io.github.cloudwatchlogging.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.RejectCause;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was logged, what the appender says became of it, and what the server stored.
 *
 * @param load what was logged
 * @param stalls when nothing ran
 * @param snapshot what the appender says, stopped
 * @param stored what the server stored, in order of arrival, repetitions included
 * @param eventsWithLostAnswer how many of them the appender could not know of, at most
 */
record Aftermath(Load load, Stalls stalls, DeliverySnapshot snapshot, List<NumberedEvent> stored,
		long eventsWithLostAnswer) {

	private static final Duration LONGEST_CALL = Duration.ofMillis(50);

	/**
	 * A build machine that is busy with other things holds a thread for longer.
	 */
	private static final Duration LONGEST_CALL_IN_A_BUILD = Duration.ofSeconds(2);

	/**
	 * Asserts what must hold after any fault.
	 */
	void assertAllAccountedFor() {
		Balance balance = balance();
		assertThat(balance.isBalanced()).isTrue();
		assertThat(balance.pending()).isZero();
		assertThat(balance.accepted()).isEqualTo(this.load.logged());
		assertThat(this.snapshot.bufferUsedBytes()).isZero();
		Set<NumberedEvent> distinct = storedOnce();
		assertThat(distinct).allMatch(this.load::hasLogged).hasSize((int) balance.delivered());
		assertThat(repeated()).isLessThanOrEqualTo(this.eventsWithLostAnswer);
		assertCallersOrderIsKept(distinct);
		assertNoLogCallWaited();
	}

	private static void assertCallersOrderIsKept(Set<NumberedEvent> distinct) {
		// Within a batch the service wants events by time, and odd ones have another.
		Map<NumberedEvent, Integer> last = new HashMap<>();
		for (NumberedEvent event : distinct) {
			Integer before = last.put(new NumberedEvent(event.caller(), 0, event.odd()), event.number());
			assertThat(before).satisfiesAnyOf((number) -> assertThat(number).isNull(),
					(number) -> assertThat(number).isLessThan(event.number()));
		}
	}

	private void assertNoLogCallWaited() {
		assertThat(this.load.longestCall().nanos()).isLessThan(LONGEST_CALL_IN_A_BUILD.toNanos());
		if (Phases.isSoak()) {
			assertThat(this.load.longCalls()).extracting(this.stalls::nanosWithoutStalls)
				.allMatch((nanos) -> nanos < LONGEST_CALL.toNanos());
		}
	}

	/**
	 * Asserts that no event was rejected or dropped.
	 */
	Aftermath assertNothingLost() {
		assertThat(balance().delivered()).isEqualTo(this.load.logged());
		return this;
	}

	/**
	 * Asserts that the odd events, and no others, were dropped.
	 */
	Aftermath assertOddEventsDropped(DropCause cause) {
		assertThat(this.load.loggedOdd()).isPositive();
		assertThat(balance().dropped()).isEqualTo(Map.of(cause, this.load.loggedOdd()));
		assertThat(this.stored).noneMatch(NumberedEvent::odd);
		return this;
	}

	/**
	 * Asserts that events were rejected, and none dropped.
	 */
	Aftermath assertSomeRejected(RejectCause cause) {
		assertThat(balance().rejected()).containsOnlyKeys(cause);
		assertThat(balance().totalDropped()).isZero();
		return this;
	}

	/**
	 * Asserts that the server stored events twice, and each time because the appender
	 * could not know.
	 */
	Aftermath assertRepeatedWhereTheAnswerWasLost() {
		assertThat(repeated()).isPositive().isEqualTo(this.eventsWithLostAnswer);
		return this;
	}

	private Balance balance() {
		return this.snapshot.balance();
	}

	private Set<NumberedEvent> storedOnce() {
		return new LinkedHashSet<>(this.stored);
	}

	private long repeated() {
		return (long) this.stored.size() - storedOnce().size();
	}

	@Override
	public String toString() {
		TimeSpan longest = this.load.longestCall();
		return String.format(Locale.ROOT,
				"%d events, %d a second, %d repeated, %d rejected, %d dropped;"
						+ " longest log call %.1f ms, %.1f ms of it no stall",
				this.load.logged(), this.load.perSecond(), repeated(), balance().totalRejected(),
				balance().totalDropped(), longest.nanos() / 1e6, this.stalls.nanosWithoutStalls(longest) / 1e6);
	}

}
