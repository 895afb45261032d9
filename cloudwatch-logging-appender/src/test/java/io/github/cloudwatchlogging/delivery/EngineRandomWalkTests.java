package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.Outcome.Created;
import io.github.cloudwatchlogging.delivery.Outcome.Delivered;
import io.github.cloudwatchlogging.delivery.Outcome.DestinationMissing;
import io.github.cloudwatchlogging.delivery.Outcome.PartlyRejected;
import io.github.cloudwatchlogging.delivery.Outcome.Refused;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import io.github.cloudwatchlogging.settings.WhenFull;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks at random through appends, turns, clock steps and the service's moods, and looks
 * at every rule after every step.
 */
class EngineRandomWalkTests {

	private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

	private static final long THREE_HOURS_MILLIS = Duration.ofHours(3).toMillis();

	private static final long MAX_BYTES = 4L * 1_048_576;

	private static final int MAX_DESTINATIONS = 3;

	@ParameterizedTest
	@CsvSource({ "11, 100000, 10000, DROP_NEWEST, false", "12, 20000, 10000, DROP_NEWEST, false",
			"13, 20000, 10000, DROP_OLDEST, false", "14, 20000, 10000, DROP_OLDEST, false",
			"15, 100000, 10000, DROP_NEWEST, true", "16, 20000, 10000, DROP_OLDEST, true",
			// Batches that hold a millisecond or two.
			"17, 20000, 4, DROP_NEWEST, true", "18, 20000, 10, DROP_OLDEST, true" })
	void everyEventIsSomewhereExactlyOnceAndEveryCallIsLawful(long seed, int steps, int batchEvents, WhenFull whenFull,
			boolean sideBySide) {
		SplittableRandom random = new SplittableRandom(seed);
		MoodyService service = new MoodyService(random.split(), sideBySide);
		BufferSettings buffer = new BufferSettings(MAX_BYTES, whenFull, Duration.ofSeconds(1), 1);
		BatchSettings batch = new BatchSettings(BatchSettings.DEFAULT.maxDelay(), BatchSettings.DEFAULT.maxBytes(),
				batchEvents);
		DispatcherRig rig = new DispatcherRig(new DeliverySettings(batch, buffer, SpoolSettings.DEFAULT,
				sideBySide ? 4 : 2, new RetrySettings(Duration.ofMillis(100), Duration.ofSeconds(10)),
				CreateSettings.DEFAULT, MAX_DESTINATIONS), service, random.split());
		AtomicLong clock = new AtomicLong(DispatcherRig.LOG_TIME);
		Intake intake = new Intake(rig.lanes, new TimeWindow(() -> Instant.ofEpochMilli(clock.get())),
				new Readiness(rig.signal, () -> 0, (cause) -> {
				}), Overflow.of(buffer, rig.lanes, rig.signal, () -> 0, () -> {
				}), MAX_DESTINATIONS, rig.dispatcher::wakeUp);
		rig.senders.hold();
		int accepted = 0;
		for (int step = 0; step < steps; step++) {
			Destination destination = new Destination("group", "lane" + random.nextInt(5));
			switch (random.nextInt(10)) {
				case 0, 1, 2, 3, 4 -> {
					for (int burst = random.nextInt(100) == 0 ? 3_000 : 1 + random.nextInt(5); burst > 0; burst--) {
						long time = clock.addAndGet(random.nextInt(3)) + skew(random);
						intake.accept(destination, Severity.HIGH, time, message(accepted++, random));
					}
				}
				case 5, 6 -> rig.turn();
				case 7 -> {
					if (rig.senders.held() > 0) {
						rig.senders.releaseLast();
					}
				}
				case 8 -> rig.advance(Duration.ofMillis(random.nextInt(1_000)));
				default -> {
					switch (random.nextInt(20)) {
						case 0 -> clock.addAndGet(THREE_HOURS_MILLIS);
						case 1 -> clock.addAndGet(-THREE_HOURS_MILLIS);
						case 2, 3 -> {
							rig.lanes.all().forEach(Lane::seal);
							rig.hurry();
						}
						default -> rig.turn();
					}
				}
			}
			assertThat(service.violations).isEmpty();
			Balance balance = rig.balance();
			if (!balance.isBalanced() || balance.accepted() != accepted) {
				throw new AssertionError("Out of balance at step " + step + ": " + balance);
			}
			if (rig.memory.usedBytes() < 0 || rig.memory.usedBytes() > MAX_BYTES) {
				throw new AssertionError("Out of bounds at step " + step + ": " + rig.memory.usedBytes());
			}
		}
		service.calm = true;
		for (int round = 0; round < 10_000 && rig.balance().pending() > 0; round++) {
			rig.turn();
			while (rig.senders.held() > 0) {
				rig.senders.releaseFirst();
			}
			rig.advance(Duration.ofSeconds(1));
		}
		Balance end = rig.balance();
		assertThat(service.violations).isEmpty();
		assertThat(service.overtaken).isEqualTo(sideBySide);
		assertThat(end.pending()).isZero();
		assertThat(end.delivered()).isEqualTo(service.delivered).isPositive();
		assertThat(end.totalRejected()).isEqualTo(service.rejected).isPositive();
		assertThat(end.dropped(DropCause.REFUSED)).isEqualTo(service.refused).isPositive();
		assertThat(end.dropped(DropCause.TOO_NEW)).isPositive();
		assertThat(end.dropped(DropCause.BUFFER_FULL))
			.isEqualTo(accepted - service.settled.cardinality() - end.dropped(DropCause.TOO_NEW))
			.isPositive();
		assertThat(rig.lanes.all()).hasSizeLessThanOrEqualTo(MAX_DESTINATIONS);
		assertThat(end.isBalanced()).isTrue();
		assertThat(rig.memory.usedBytes()).isZero();
		assertThat(rig.listener.defects()).isEmpty();
	}

	private static long skew(SplittableRandom random) {
		return switch (random.nextInt(200)) {
			case 0 -> -DAY_MILLIS - 1;
			case 1 -> -DAY_MILLIS;
			case 7 -> THREE_HOURS_MILLIS;
			case 2, 3, 4, 5, 6 -> random.nextInt(-50, 50);
			default -> 0;
		};
	}

	private static MessageBytes message(int number, SplittableRandom random) {
		byte[] head = (number + " ").getBytes(StandardCharsets.UTF_8);
		int length = switch (random.nextInt(1_000)) {
			case 0 -> 1_048_550;
			case 1, 2, 3, 4, 5 -> random.nextInt(10, 400_000);
			default -> random.nextInt(10, 200);
		};
		byte[] message = Arrays.copyOf(head, length);
		Arrays.fill(message, head.length, length, (byte) 'x');
		return MessageBytes.of(message);
	}

	/**
	 * Takes, refuses and puts off at random, holds every call to the service's contract,
	 * and keeps books of its own.
	 */
	private static final class MoodyService implements LogsService {

		private static final TryLater TRY_LATER = new TryLater(new Trouble(Kind.UNAVAILABLE, "Code", "message"));

		private static final Refused REFUSED = new Refused(new Trouble(Kind.INVALID, "Code", "poison"));

		private final SplittableRandom random;

		private final Map<Destination, Batch> last = new HashMap<>();

		private final Map<Destination, Integer> highestNumber = new HashMap<>();

		private final Map<Destination, Map<Long, Integer>> highestTaken = new HashMap<>();

		private final boolean orderingByTime;

		private final BitSet settled = new BitSet();

		private final List<String> violations = new ArrayList<>();

		private boolean overtaken;

		private boolean calm;

		private long delivered;

		private long rejected;

		private long refused;

		MoodyService(SplittableRandom random, boolean orderingByTime) {
			this.random = random;
			this.orderingByTime = orderingByTime;
		}

		@Override
		public boolean ordersByTime() {
			return this.orderingByTime;
		}

		@Override
		public Outcome putLogEvents(Destination destination, BatchSlice slice) {
			List<Event> events = new ArrayList<>();
			slice.forEach((timestamp, buffer, offset, length) -> events
				.add(new Event(number(buffer, offset), timestamp, length)));
			holdToTheContract(events);
			boolean repeated = this.last.put(destination, slice.batch()) == slice.batch();
			holdToTheOrder(destination, events, repeated);
			boolean poisoned = events.stream().anyMatch((event) -> event.number() % 97 == 0);
			Outcome outcome = poisoned ? REFUSED : this.calm ? new Delivered() : outcome(events.size());
			if (outcome instanceof Delivered) {
				holdToTheOrderWithinAMillisecond(
						this.highestTaken.computeIfAbsent(destination, (key) -> new HashMap<>()), events);
			}
			book(events, outcome);
			return outcome;
		}

		private void holdToTheContract(List<Event> events) {
			long bytes = 0;
			long oldest = Long.MAX_VALUE;
			long newest = Long.MIN_VALUE;
			for (Event event : events) {
				bytes += event.length() + 26;
				check(event.timestamp() >= newest, "not in chronological order");
				check(event.timestamp() >= 0 && event.length() >= 1 && event.length() <= 1_048_550,
						"an unlawful event");
				oldest = Math.min(oldest, event.timestamp());
				newest = Math.max(newest, event.timestamp());
			}
			check(!events.isEmpty() && events.size() <= 10_000, "an unlawful count");
			check(bytes <= 1_048_576, "too many bytes");
			check(newest - oldest <= DAY_MILLIS, "too long a span");
		}

		private void holdToTheOrder(Destination destination, List<Event> events, boolean repeated) {
			int highestBefore = this.highestNumber.getOrDefault(destination, -1);
			Event previous = null;
			for (Event event : events) {
				check(!this.settled.get(event.number()), "sent after it was settled");
				boolean late = !repeated && event.number() < highestBefore;
				check(this.orderingByTime || !late, "sent after a later one");
				this.overtaken |= late;
				check(previous == null || previous.timestamp() < event.timestamp()
						|| previous.number() < event.number(), "not in log order within one millisecond");
				this.highestNumber.merge(destination, event.number(), Math::max);
				previous = event;
			}
		}

		// What the service cannot put in order by itself.
		private void holdToTheOrderWithinAMillisecond(Map<Long, Integer> highest, List<Event> events) {
			for (Event event : events) {
				Integer before = highest.put(event.timestamp(), event.number());
				check(before == null || before < event.number(), "taken after a later one of its millisecond");
			}
		}

		private void check(boolean holds, String violation) {
			if (!holds) {
				this.violations.add(violation);
			}
		}

		private Outcome outcome(int count) {
			return switch (this.random.nextInt(12)) {
				case 0 -> new PartlyRejected(this.random.nextInt(-1, count + 2), this.random.nextInt(-1, count + 2),
						this.random.nextInt(-1, count + 2));
				case 1, 2 -> TRY_LATER;
				case 3 -> new DestinationMissing();
				default -> new Delivered();
			};
		}

		private void book(List<Event> events, Outcome outcome) {
			boolean halved = outcome instanceof Refused && events.size() > 1;
			if (outcome instanceof TryLater || outcome instanceof DestinationMissing || halved) {
				return;
			}
			events.forEach((event) -> this.settled.set(event.number()));
			if (outcome instanceof Refused) {
				this.refused += events.size();
			}
			else if (outcome instanceof PartlyRejected partly) {
				int from = Math.max(0, Math.max(partly.tooOldEnd(), partly.expiredEnd()));
				int kept = Math.max(0, Math.min(partly.tooNewStart(), events.size()) - from);
				this.delivered += kept;
				this.rejected += events.size() - kept;
			}
			else {
				this.delivered += events.size();
			}
		}

		private static int number(byte[] buffer, int offset) {
			int number = 0;
			for (int index = offset; buffer[index] != ' '; index++) {
				number = number * 10 + buffer[index] - '0';
			}
			return number;
		}

		@Override
		public Outcome createLogStream(Destination destination) {
			return switch (this.random.nextInt(4)) {
				case 0 -> TRY_LATER;
				case 1 -> new DestinationMissing();
				default -> new Created();
			};
		}

		@Override
		public Outcome createLogGroup(String group) {
			return (this.random.nextInt(3) == 0) ? TRY_LATER : new Created();
		}

		@Override
		public Outcome putRetentionPolicy(String group, int days) {
			return new Created();
		}

		@Override
		public void close() {
		}

		private record Event(int number, long timestamp, int length) {
		}

	}

}
