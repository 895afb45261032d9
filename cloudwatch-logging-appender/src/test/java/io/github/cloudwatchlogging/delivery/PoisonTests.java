package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.SentEvent;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A batch that the service refuses because of some of its events.
 */
class PoisonTests {

	private static final Destination LANE = new Destination("group", "lane");

	private final Set<String> poison = new TreeSet<>();

	private final RefusingService service = new RefusingService(this.poison);

	private final DispatcherRig rig = new DispatcherRig(DeliverySettings.DEFAULT, this.service);

	@ParameterizedTest
	@CsvSource({ "1, 0", "2, 0", "2, 1", "3, 1", "1000, 0", "1000, 617", "10000, 0", "10000, 9999", "10000, 5000" })
	void oneBadEventCostsOneEventAndFewCalls(int events, int bad) {
		this.poison.add("bad");
		log(events, Set.of(bad));
		assertThat(this.service.delivered).containsExactlyElementsOf(
				IntStream.range(0, events).filter((number) -> number != bad).mapToObj(Integer::toString).toList());
		assertThat(this.service.calls).isLessThanOrEqualTo((int) (2 * Math.ceil(Math.log(events) / Math.log(2)) + 1));
		assertThat(this.rig.balance())
			.isEqualTo(new Balance(events, events - 1, Map.of(), Map.of(DropCause.REFUSED, 1L), 0));
		assertThat(this.rig.listener.told()).containsExactly("refused lane 'bad'");
		assertThat(this.rig.memory.usedBytes()).isZero();
	}

	@Test
	void severalBadEventsCostThemselvesOnly() {
		this.poison.add("bad");
		Set<Integer> bad = Set.of(3, 4, 500, 999);
		log(1000, bad);
		assertThat(this.service.delivered).hasSize(996);
		assertThat(this.rig.balance().dropped(DropCause.REFUSED)).isEqualTo(4);
		assertThat(this.rig.balance().pending()).isZero();
	}

	@Test
	void aBatchWithoutAnEventToBlameIsGivenUpAfterABoundedNumberOfCalls() {
		this.poison.addAll(IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.toSet()));
		log(10_000, Set.of());
		assertThat(this.service.calls).isLessThan(50);
		assertThat(this.rig.balance())
			.isEqualTo(new Balance(10_000, 0, Map.of(), Map.of(DropCause.REFUSED, 10_000L), 0));
		assertThat(this.rig.listener.told().get(this.rig.listener.told().size() - 1)).startsWith("refused lane 99");
	}

	@Test
	void theNextBatchIsSentWholeAgain() {
		this.poison.add("bad");
		log(8, Set.of(2));
		int calls = this.service.calls;
		log(8, Set.of());
		assertThat(this.service.calls).isEqualTo(calls + 1);
	}

	private void log(int events, Set<Integer> bad) {
		for (int number = 0; number < events; number++) {
			this.rig.log(LANE, bad.contains(number) ? "bad" : Integer.toString(number));
		}
		this.rig.lanes.lane(LANE).seal();
		this.rig.runFor(Duration.ofSeconds(1));
	}

	/**
	 * Refuses each call that carries a poisonous message.
	 */
	private static final class RefusingService extends AgreeingService {

		private static final Outcome REFUSED = new Outcome.Refused(
				new Trouble(Trouble.Kind.INVALID, "InvalidParameterException", "poison"));

		private final Set<String> poison;

		private final List<String> delivered = new ArrayList<>();

		private int calls;

		RefusingService(Set<String> poison) {
			this.poison = poison;
		}

		@Override
		public Outcome putLogEvents(Destination destination, BatchSlice events) {
			this.calls++;
			List<String> messages = SentEvent.of(events).stream().map(SentEvent::message).toList();
			if (messages.stream().anyMatch(this.poison::contains)) {
				return REFUSED;
			}
			this.delivered.addAll(messages);
			return super.putLogEvents(destination, events);
		}

	}

}
