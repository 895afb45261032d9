package io.github.cloudwatchlogging.sample.received;

import java.util.List;

import io.github.cloudwatchlogging.ledger.Balance;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTests {

	private final Tally tally = new Tally();

	@Test
	void aNumberThatIsThereAlreadyIsADuplicate() {
		add("aaaaaaaa", 0, 1, 1, 1);
		assertThat(this.tally.toReceived(Balance.ZERO))
			.isEqualTo(new Received(4, 2, 2, List.of(new Received.Run("aaaaaaaa", 2, 2)), Balance.ZERO));
	}

	@Test
	void theSameNumberOfAnotherLoadIsNoDuplicate() {
		add("bbbbbbbb", 0);
		add("aaaaaaaa", 0, 1);
		assertThat(this.tally.toReceived(Balance.ZERO)).isEqualTo(new Received(3, 3, 0,
				List.of(new Received.Run("aaaaaaaa", 2, 0), new Received.Run("bbbbbbbb", 1, 0)), Balance.ZERO));
	}

	@Test
	void anEventWithoutANumberIsOnlyAnEvent() {
		this.tally.add("Order 7 placed");
		assertThat(this.tally.toReceived(Balance.ZERO)).isEqualTo(new Received(1, 0, 0, List.of(), Balance.ZERO));
	}

	private void add(String run, int... numbers) {
		for (int seq : numbers) {
			this.tally.add("Load event seq=" + seq + " run=" + run);
		}
	}

}
