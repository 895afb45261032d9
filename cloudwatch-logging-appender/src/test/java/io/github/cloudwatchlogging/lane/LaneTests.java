package io.github.cloudwatchlogging.lane;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.batch.SentEvent;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.LastLoss;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@link Lane}.
 */
class LaneTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	private static final long NOW = 1_800_000_000_000L;

	private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

	private final AtomicBoolean refusing = new AtomicBoolean();

	private final ByteBudget memory = new ByteBudget(64L * 1024 * 1024, 1, new RoomSignal());

	private final AtomicLong clock = new AtomicLong();

	@Test
	void keepsAnOpenBatchToItself() {
		Lane lane = lane(3);
		assertThat(append(lane, "a")).isFalse();
		assertThat(append(lane, "b")).isFalse();
		assertThat(lane.take(false)).isNull();
	}

	@Test
	void sealsABatchThatHasAllTheEventsItMay() {
		Lane lane = lane(3);
		append(lane, "a");
		append(lane, "b");
		assertThat(append(lane, "c")).as("something can be sent").isTrue();
		assertThat(messages(lane.take(false))).containsExactly("a", "b", "c");
		assertThat(append(lane, "d")).isFalse();
	}

	@Test
	void sealsABatchThatTheNextEventDoesNotFit() {
		Lane lane = new Lane(DESTINATION, new BatchSettings(Duration.ofSeconds(5), 1024, 100),
				new HeapStore(this.memory), this.clock::get, this.refusing::get, LossObserver.NONE,
				new LastLoss(this.clock::get));
		append(lane, "x".repeat(500));
		assertThat(append(lane, "y".repeat(1024 - 500 - 2 * 26))).as("the last byte").isFalse();
		assertThat(append(lane, "z")).isTrue();
		assertThat(messages(lane.take(false))).hasSize(2);
		assertThat(lane.seal()).hasSize(2);
	}

	@Test
	void sealsABatchWhoseSpanTheNextEventWouldBreak() {
		Lane lane = lane(100);
		lane.append(Severity.HIGH, NOW, bytes("a"));
		assertThat(lane.append(Severity.HIGH, NOW - Duration.ofHours(24).toMillis() - 1, bytes("b")))
			.isEqualTo(Appended.BATCH_FULL);
		assertThat(messages(lane.take(false))).containsExactly("a");
	}

	@Test
	void handsItsBatchesOutFirstInFirstOut() {
		Lane lane = lane(1);
		append(lane, "a");
		append(lane, "b");
		append(lane, "c");
		List<String> sent = new ArrayList<>();
		for (Batch head = lane.take(false); head != null; head = lane.take(false)) {
			assertThat(lane.take(false)).as("another before it is settled").isNull();
			sent.addAll(messages(head));
			lane.settle(head, Settlement.delivered(1));
		}
		assertThat(sent).containsExactly("a", "b", "c");
		assertThat(this.memory.usedBytes()).isZero();
	}

	@Test
	void handsOutBatchesBesideOthersOnlyIfTheyShareNoMillisecond() {
		Lane lane = lane(2);
		appendAt(lane, NOW, "a");
		appendAt(lane, NOW + 1, "b");
		appendAt(lane, NOW + 2, "c");
		appendAt(lane, NOW + 3, "d");
		appendAt(lane, NOW + 4, "e");
		appendAt(lane, NOW + 1, "f");
		appendAt(lane, NOW + 5, "g");
		appendAt(lane, NOW + 6, "h");
		assertThat(messages(lane.take(true))).containsExactly("a", "b");
		assertThat(lane.hasNext(false)).isFalse();
		assertThat(lane.take(false)).isNull();
		Batch second = lane.take(true);
		assertThat(messages(second)).containsExactly("c", "d");
		assertThat(messages(lane.take(true))).as("b and f are of one millisecond").containsExactly("g", "h");
		assertThat(lane.hasNext(true)).isFalse();
		assertThat(lane.take(true)).isNull();
		lane.giveBack(Objects.requireNonNull(second));
		assertThat(lane.take(true)).isSameAs(second);
	}

	@Test
	void sealsABatchWithTheEndOfAMillisecondIfAnotherLikeItWouldNotFit() {
		Lane lane = lane(100);
		for (int event = 0; event < 90; event++) {
			appendAt(lane, NOW + event / 30, "event " + event);
		}
		assertThat(lane.append(Severity.HIGH, NOW + 2, bytes("same"))).isEqualTo(Appended.APPENDED);
		assertThat(lane.append(Severity.HIGH, NOW, bytes("earlier"))).isEqualTo(Appended.APPENDED);
		assertThat(lane.append(Severity.HIGH, NOW + 3, bytes("next"))).isEqualTo(Appended.BATCH_FULL);
		assertThat(messages(lane.take(false))).hasSize(92).endsWith("same").contains("earlier");
	}

	@Test
	void fillsABatchThatWouldEndFarFromFullAndEndsTheNextOneWithAMillisecond() {
		Lane lane = lane(100);
		for (int event = 0; event < 60 * 5; event++) {
			appendAt(lane, NOW + event / 60, "event " + event);
		}
		assertThat(lane.seal()).extracting(Batch::count).containsExactly(100, 80, 100, 20);
		assertThat(messages(lane.take(true))).hasSize(100).startsWith("event 0");
		assertThat(messages(lane.take(true))).as("beside the first, while the second waits for it")
			.hasSize(100)
			.startsWith("event 180");
	}

	@Test
	void fillsABatchWhoseMillisecondsAreShort() {
		Lane lane = lane(100);
		for (int event = 0; event < 99; event++) {
			appendAt(lane, NOW + event, "event " + event);
		}
		assertThat(lane.append(Severity.HIGH, NOW + 99, bytes("last"))).isEqualTo(Appended.BATCH_FULL);
		assertThat(messages(lane.take(false))).hasSize(100);
	}

	@Test
	void sealsTheOpenBatchWhenItsDeadlineHasCome() {
		Lane lane = lane(100);
		assertThat(lane.nanosUntilDue(0)).isEqualTo(Long.MAX_VALUE);
		this.clock.set(SECOND_NANOS);
		append(lane, "a");
		this.clock.set(3 * SECOND_NANOS);
		append(lane, "b");
		assertThat(lane.nanosUntilDue(3 * SECOND_NANOS)).isEqualTo(3 * SECOND_NANOS);
		lane.sealIfDue(6 * SECOND_NANOS - 1);
		assertThat(lane.take(false)).isNull();
		lane.sealIfDue(6 * SECOND_NANOS);
		assertThat(messages(lane.take(false))).containsExactly("a", "b");
		assertThat(lane.nanosUntilDue(6 * SECOND_NANOS)).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void sealsOnDemandAndReturnsAllThatIsPending() {
		Lane lane = lane(2);
		assertThat(lane.seal()).isEmpty();
		append(lane, "a");
		append(lane, "b");
		append(lane, "c");
		List<Batch> pending = lane.seal();
		assertThat(pending).extracting(LaneTests::messages).containsExactly(List.of("a", "b"), List.of("c"));
		append(lane, "d");
		assertThat(messages(pending.get(1))).containsExactly("c");
	}

	@Test
	void dropsAndCountsAnEventForWhichThereIsNoMemory() {
		ByteBudget tight = new ByteBudget(10_000, 1, new RoomSignal());
		Lane lane = new Lane(DESTINATION, BatchSettings.DEFAULT, new HeapStore(tight), this.clock::get,
				this.refusing::get, LossObserver.NONE, new LastLoss(this.clock::get));
		append(lane, "x".repeat(20_000));
		assertThat(lane.seal()).as("an empty batch").isEmpty();
		append(lane, "kept");
		append(lane, "y".repeat(20_000));
		Balance balance = balance(lane);
		assertThat(balance).isEqualTo(new Balance(3, 0, Map.of(), Map.of(DropCause.BUFFER_FULL, 2L), 1));
		assertThat(balance.isBalanced()).isTrue();
		assertThat(lane.droppedForRoom()).isEqualTo(2);
		assertThat(messages(lane.seal().get(0))).containsExactly("kept");
	}

	@Test
	void takesEventsAgainOnceThereIsMemory() {
		ByteBudget tight = new ByteBudget(10_000, 1, new RoomSignal());
		Lane lane = new Lane(DESTINATION, new BatchSettings(Duration.ofSeconds(5), 9_000, 1), new HeapStore(tight),
				this.clock::get, this.refusing::get, LossObserver.NONE, new LastLoss(this.clock::get));
		append(lane, "x".repeat(8_000));
		append(lane, "dropped".repeat(1_000));
		Batch head = head(lane);
		lane.settle(head, Settlement.delivered(1));
		assertThat(append(lane, "y".repeat(8_000))).isTrue();
		assertThat(balance(lane)).isEqualTo(new Balance(3, 1, Map.of(), Map.of(DropCause.BUFFER_FULL, 1L), 1));
	}

	@Test
	void evictsTheOldestBatchThatIsNotOnItsWay() {
		Lane lane = lane(1);
		append(lane, "a");
		append(lane, "b");
		append(lane, "c");
		Batch onItsWay = head(lane);
		Batch evictable = lane.evictable();
		assertThat(messages(evictable)).containsExactly("b");
		assertThat(lane.evict(onItsWay)).isFalse();
		assertThat(evictable).isNotNull().satisfies((batch) -> assertThat(lane.evict(batch)).isTrue());
		lane.settle(onItsWay, Settlement.delivered(1));
		assertThat(messages(lane.take(false))).containsExactly("c");
		assertThat(balance(lane)).isEqualTo(new Balance(3, 1, Map.of(), Map.of(DropCause.BUFFER_FULL, 1L), 1));
	}

	@Test
	void settlesABatchOnce() {
		Lane lane = lane(1);
		append(lane, "a");
		Batch head = head(lane);
		lane.settle(head, Settlement.delivered(1));
		lane.settle(head, Settlement.dropped(DropCause.SHUTDOWN, 1));
		assertThat(balance(lane)).isEqualTo(new Balance(1, 1, Map.of(), Map.of(), 0));
	}

	@Test
	void refusesASettlementThatWouldUnbalanceIt() {
		Lane lane = lane(2);
		append(lane, "a");
		append(lane, "b");
		Batch head = head(lane);
		assertThatIllegalArgumentException().isThrownBy(() -> lane.settle(head, Settlement.delivered(3)));
		assertThat(balance(lane).pending()).isEqualTo(2);
		assertThat(head.settlement()).isEqualTo(Settlement.NONE);
	}

	@Test
	void countsEventsThatComeTooLateWithoutKeepingThem() {
		Lane lane = lane(2);
		append(lane, "a");
		this.refusing.set(true);
		assertThat(append(lane, "b")).isFalse();
		assertThat(balance(lane)).isEqualTo(new Balance(2, 0, Map.of(), Map.of(DropCause.STOPPED, 1L), 1));
		assertThat(messages(lane.seal().get(0))).containsExactly("a");
	}

	@Test
	void givesUpWhatIsPendingAndFreesItsMemory() {
		Lane lane = lane(2);
		append(lane, "a");
		append(lane, "b");
		append(lane, "c");
		lane.abandon(DropCause.SHUTDOWN);
		assertThat(balance(lane)).isEqualTo(new Balance(3, 0, Map.of(), Map.of(DropCause.SHUTDOWN, 3L), 0));
		assertThat(lane.take(false)).isNull();
		assertThat(this.memory.usedBytes()).isZero();
	}

	@Test
	void saysHowMuchIsPendingAndSinceWhen() {
		Lane lane = lane(2);
		assertThat(lane.snapshot(0)).isEqualTo(new LaneSnapshot(DESTINATION, Balance.ZERO, 0, Duration.ZERO));
		this.clock.set(2 * SECOND_NANOS);
		append(lane, "a");
		append(lane, "bb");
		this.clock.set(3 * SECOND_NANOS);
		append(lane, "ccc");
		LaneSnapshot snapshot = lane.snapshot(5 * SECOND_NANOS);
		assertThat(snapshot.balance().pending()).isEqualTo(3);
		assertThat(snapshot.pendingBytes()).isEqualTo(6 + 3 * 26);
		assertThat(snapshot.oldestPendingAge()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void losesNothingAndKeepsTheOrderOfEachOfFourThreads() throws Exception {
		Lane lane = lane(1_000);
		long perThread = 20_000;
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<?>> appending = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			String name = thread + ":";
			appending.add(threads.submit(() -> {
				for (int event = 0; event < perThread; event++) {
					append(lane, name + event);
				}
			}));
		}
		long snapshots = 0;
		while (snapshots == 0 || !appending.stream().allMatch(Future::isDone)) {
			LaneSnapshot snapshot = lane.snapshot(0);
			assertThat(snapshot.balance().isBalanced()).isTrue();
			assertThat(snapshot.pendingBytes()).isGreaterThanOrEqualTo(snapshot.balance().pending() * (26 + 3));
			lane.sealIfDue(10 * SECOND_NANOS);
			snapshots++;
		}
		for (Future<?> result : appending) {
			result.get(30, TimeUnit.SECONDS);
		}
		threads.shutdown();
		int[] next = new int[4];
		for (Batch batch : lane.seal()) {
			for (String message : messages(batch)) {
				int thread = message.charAt(0) - '0';
				assertThat(message).isEqualTo(thread + ":" + next[thread]++);
			}
		}
		assertThat(next).containsOnly((int) perThread);
		assertThat(balance(lane)).isEqualTo(new Balance(4 * perThread, 0, Map.of(), Map.of(), 4 * perThread));
	}

	private Lane lane(int maxEvents) {
		return new Lane(DESTINATION, new BatchSettings(Duration.ofSeconds(5), 1_048_576, maxEvents),
				new HeapStore(this.memory), this.clock::get, this.refusing::get, LossObserver.NONE,
				new LastLoss(this.clock::get));
	}

	/**
	 * Returns whether a batch became full.
	 */
	private static boolean append(Lane lane, String message) {
		Appended appended = lane.append(Severity.HIGH, NOW, bytes(message));
		if (appended == Appended.NO_ROOM) {
			lane.drop(DropCause.BUFFER_FULL, NOW, bytes(message));
		}
		return appended == Appended.BATCH_FULL;
	}

	private static void appendAt(Lane lane, long timestamp, String message) {
		lane.append(Severity.HIGH, timestamp, bytes(message));
	}

	private static Batch head(Lane lane) {
		Batch head = lane.take(false);
		if (head == null) {
			throw new AssertionError("Nothing is sealed");
		}
		return head;
	}

	private static Balance balance(Lane lane) {
		return lane.snapshot(0).balance();
	}

	private static List<String> messages(@Nullable Batch batch) {
		if (batch == null) {
			throw new AssertionError("Nothing is sealed");
		}
		return SentEvent.of(batch).stream().map(SentEvent::message).toList();
	}

	private static MessageBytes bytes(String text) {
		return MessageBytes.of(text.getBytes(StandardCharsets.UTF_8));
	}

}
