package io.github.cloudwatchlogging.batch;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import io.github.cloudwatchlogging.batch.EventRecords.Appending;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.ServiceLimits;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * {@link Batch}.
 */
class BatchTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	private static final long NOW = 1_800_000_000_000L;

	private static final long DAY = Duration.ofHours(24).toMillis();

	private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

	private final ByteBudget memory = new ByteBudget(64L * 1024 * 1024, 1, new RoomSignal());

	private final Batch batch = batch(BatchSettings.DEFAULT, this.memory, 0);

	@Test
	void oneMessageMayFillItToTheLastByte() {
		assertThat(this.batch.fits(NOW, 1_048_551)).isFalse();
		assertThat(this.batch.fits(NOW, 1_048_550)).isTrue();
		append(NOW, "x".repeat(1_048_550));
		assertThat(this.batch.bytes()).isEqualTo(1_048_576);
		assertThat(this.batch.fits(NOW, 1)).isFalse();
		assertThat(SentEvent.of(this.batch)).containsExactly(new SentEvent(NOW, "x".repeat(1_048_550)));
	}

	@Test
	void eachMessageCostsTwentySixBytesMore() {
		append(NOW, "é");
		append(NOW, "x".repeat(500_000));
		assertThat(this.batch.bytes()).isEqualTo(2 + 500_000 + 2 * 26);
		int rest = 1_048_576 - this.batch.bytes() - 26;
		assertThat(this.batch.fits(NOW, rest + 1)).isFalse();
		assertThat(this.batch.fits(NOW, rest)).isTrue();
	}

	@Test
	void holdsTheBoundItWasGivenInPlaceOfTheServices() {
		Batch small = batch(new BatchSettings(Duration.ofSeconds(1), 1024, 10), this.memory, 0);
		assertThat(small.fits(NOW, 999)).isFalse();
		assertThat(small.fits(NOW, 998)).isTrue();
	}

	@Test
	void isFullWithTenThousandEvents() {
		for (int event = 0; event < 9_999; event++) {
			append(NOW, "x");
		}
		assertThat(this.batch.isFull()).isFalse();
		assertThat(this.batch.fits(NOW, 1)).isTrue();
		append(NOW, "x");
		assertThat(this.batch.isFull()).isTrue();
		assertThat(this.batch.fits(NOW, 1)).isFalse();
		assertThat(this.batch.count()).isEqualTo(10_000);
	}

	@Test
	void spansExactlyOneDayForward() {
		append(NOW, "first");
		assertThat(this.batch.fits(NOW + DAY, 1)).isTrue();
		assertThat(this.batch.fits(NOW + DAY + 1, 1)).isFalse();
	}

	@Test
	void spansExactlyOneDayBackward() {
		append(NOW, "first");
		assertThat(this.batch.fits(NOW - DAY, 1)).isTrue();
		assertThat(this.batch.fits(NOW - DAY - 1, 1)).isFalse();
	}

	@Test
	void measuresItsSpanFromTheOldestToTheNewest() {
		append(NOW, "first");
		append(NOW - 1_000, "older");
		append(NOW + 1_000, "newer");
		assertThat(this.batch.fits(NOW - 1_000 + DAY, 1)).isTrue();
		assertThat(this.batch.fits(NOW - 1_000 + DAY + 1, 1)).isFalse();
		assertThat(this.batch.fits(NOW + 1_000 - DAY, 1)).isTrue();
		assertThat(this.batch.fits(NOW + 1_000 - DAY - 1, 1)).isFalse();
	}

	@Test
	void takesAnyTimeForItsFirstEvent() {
		assertThat(this.batch.fits(0, 1)).isTrue();
		assertThat(this.batch.fits(Long.MAX_VALUE, 1)).isTrue();
	}

	@Test
	void showsItsEventsByTimeAndWithinOneMillisecondAsTheyWereLogged() {
		append(NOW + 1, "c1");
		append(NOW, "b1");
		append(NOW + 1, "c2");
		append(NOW - 1, "a1");
		append(NOW, "b2");
		assertThat(SentEvent.of(this.batch)).extracting(SentEvent::message)
			.containsExactly("a1", "b1", "b2", "c1", "c2");
	}

	@Test
	void sortsRandomEventsAsAStableSortDoes() {
		Random random = new Random(7);
		for (int round = 0; round < 200; round++) {
			Batch shuffled = batch(BatchSettings.DEFAULT, this.memory, 0);
			List<SentEvent> expected = new ArrayList<>();
			for (int index = 1 + random.nextInt(200); index > 0; index--) {
				SentEvent event = new SentEvent(NOW + random.nextInt(20), round + "/" + index);
				expected.add(event);
				assertThat(shuffled.append(event.timestamp(), bytes(event.message()), Severity.HIGH))
					.isEqualTo(Appending.APPENDED);
			}
			expected.sort(Comparator.comparingLong(SentEvent::timestamp));
			assertThat(SentEvent.of(shuffled)).isEqualTo(expected);
			shuffled.release();
		}
	}

	@Test
	void neverChangesOnceSealed() {
		append(NOW, "first");
		this.batch.seal();
		assertThatIllegalStateException().isThrownBy(() -> this.batch.append(NOW, bytes("late"), Severity.HIGH));
		assertThat(SentEvent.of(this.batch)).containsExactly(new SentEvent(NOW, "first"));
		assertThat(this.batch.bytes()).isEqualTo(5 + 26);
	}

	@Test
	void keepsACopyOfEachMessage() {
		byte[] buffer = "first and what was there before".getBytes(StandardCharsets.UTF_8);
		this.batch.append(NOW, MessageBytes.lent(buffer, 5), Severity.HIGH);
		Arrays.fill(buffer, (byte) 'X');
		assertThat(SentEvent.of(this.batch)).containsExactly(new SentEvent(NOW, "first"));
	}

	@Test
	void isDueOnceItsFirstEventHasWaitedForTheDelay() {
		Batch opened = batch(BatchSettings.DEFAULT, this.memory, 7);
		assertThat(opened.nanosUntilDue(7)).isEqualTo(5 * SECOND_NANOS);
		assertThat(opened.isDue(7 + 5 * SECOND_NANOS - 1)).isFalse();
		assertThat(opened.isDue(7 + 5 * SECOND_NANOS)).isTrue();
	}

	@Test
	void isDueInTimeWhenTheClockOverflows() {
		Batch opened = batch(BatchSettings.DEFAULT, this.memory, Long.MAX_VALUE - 10);
		assertThat(opened.isDue(Long.MAX_VALUE - 10 + SECOND_NANOS)).isFalse();
		assertThat(opened.isDue(Long.MAX_VALUE - 10 + 5 * SECOND_NANOS)).isTrue();
	}

	@Test
	void booksTheMemoryItHoldsAndNoMoreThanABatchTakes() {
		assertThat(this.memory.usedBytes()).isZero();
		append(NOW, "x");
		assertThat(this.memory.usedBytes()).isBetween(1L, 16L * 1024);
		while (this.batch.fits(NOW, 1000)) {
			append(NOW, "x".repeat(1000));
			assertThat(this.memory.usedBytes()).isBetween(this.batch.count() * 1000L - 999,
					(long) ServiceLimits.MAX_BATCH_BYTES);
		}
	}

	@Test
	void releasesItsMemoryOnceItsEventsHaveEnded() {
		append(NOW, "first");
		append(NOW, "second");
		this.batch.seal();
		assertThat(this.batch.settlement()).isEqualTo(Settlement.NONE);
		this.batch.settle(Settlement.delivered(1));
		assertThat(this.batch.pending()).isEqualTo(1);
		assertThat(this.memory.usedBytes()).isPositive();
		this.batch.settle(Settlement.dropped(DropCause.SHUTDOWN, 1));
		assertThat(this.batch.pending()).isZero();
		this.batch.release();
		assertThat(this.memory.usedBytes()).isZero();
		assertThat(this.batch.settlement()).isEqualTo(new Settlement(1, Map.of(), Map.of(DropCause.SHUTDOWN, 1L)));
	}

	@Test
	void isSlicedInTheOrderInWhichItIsSent() {
		append(NOW + 2, "c");
		append(NOW, "a");
		append(NOW + 1, "b");
		this.batch.seal();
		BatchSlice whole = BatchSlice.pending(this.batch);
		assertThat(SentEvent.of(whole.firstHalf())).extracting(SentEvent::message).containsExactly("a");
		assertThat(SentEvent.of(whole.secondHalf())).extracting(SentEvent::message).containsExactly("b", "c");
		assertThat(SentEvent.of(whole.secondHalf().secondHalf())).extracting(SentEvent::message).containsExactly("c");
	}

	@Test
	void staysReadableForACallThatWasGivenUp() {
		append(NOW, "first");
		this.batch.seal();
		this.batch.settle(Settlement.dropped(DropCause.SHUTDOWN, 1));
		this.batch.release();
		assertThat(SentEvent.of(this.batch)).containsExactly(new SentEvent(NOW, "first"));
	}

	@Test
	void staysAsItIsWhereThereIsNoMemoryForOneEventMore() {
		ByteBudget tight = new ByteBudget(10_000, 1, new RoomSignal());
		Batch poor = batch(BatchSettings.DEFAULT, tight, 0);
		assertThat(poor.append(NOW, bytes("first"), Severity.HIGH)).isEqualTo(Appending.APPENDED);
		long used = tight.usedBytes();
		assertThat(poor.append(NOW + 1, bytes("x".repeat(10_000)), Severity.HIGH)).isEqualTo(Appending.NO_ROOM);
		assertThat(tight.usedBytes()).isEqualTo(used);
		assertThat(poor.bytes()).isEqualTo(5 + 26);
		assertThat(SentEvent.of(poor)).containsExactly(new SentEvent(NOW, "first"));
		assertThat(poor.append(NOW + 2, bytes("second"), Severity.HIGH)).as("an event there is room for")
			.isEqualTo(Appending.APPENDED);
	}

	@Test
	void takesTheMemoryOfOneThatIsDeliveredAndNothingOfItsEvents() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		HeapStore store = new HeapStore(this.memory);
		MessageBytes message = bytes("x".repeat(1_000));
		fill(new Batch(BatchSettings.DEFAULT, store.open(DESTINATION), 0), message);
		Batch next = new Batch(BatchSettings.DEFAULT, store.open(DESTINATION), 0);
		MessageBytes other = bytes("y".repeat(999));
		long before = threads.getCurrentThreadAllocatedBytes();
		fill(next, other);
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(BatchSettings.DEFAULT.maxBytes() / 2);
		assertThat(SentEvent.of(next)).hasSize(next.count())
			.allSatisfy((event) -> assertThat(event.message()).isEqualTo("y".repeat(999)));
		assertThat(this.memory.usedBytes()).isZero();
	}

	private static void fill(Batch batch, MessageBytes message) {
		while (batch.fits(NOW, message.length())) {
			batch.append(NOW, message, Severity.HIGH);
		}
		batch.seal();
		batch.settle(Settlement.delivered(batch.count()));
		batch.release();
	}

	private static Batch batch(BatchSettings settings, ByteBudget memory, long nowNanos) {
		return new Batch(settings, new HeapStore(memory).open(DESTINATION), nowNanos);
	}

	private void append(long timestamp, String message) {
		if (this.batch.append(timestamp, bytes(message), Severity.HIGH) != Appending.APPENDED) {
			throw new AssertionError("There was no memory");
		}
	}

	private static MessageBytes bytes(String text) {
		return MessageBytes.of(text.getBytes(StandardCharsets.UTF_8));
	}

}
