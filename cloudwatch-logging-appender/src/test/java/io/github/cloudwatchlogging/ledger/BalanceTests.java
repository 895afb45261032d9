package io.github.cloudwatchlogging.ledger;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Balance}, {@link Account} and {@link Settlement}.
 */
class BalanceTests {

	@Test
	void holdsWhereEachEventIsSomewhere() {
		Balance balance = new Balance(15, 1, Map.of(RejectCause.TOO_OLD, 2L, RejectCause.EXPIRED, 3L),
				Map.of(DropCause.REFUSED, 4L), 5);
		assertThat(balance.isBalanced()).isTrue();
		assertThat(balance.totalRejected()).isEqualTo(5);
		assertThat(balance.totalDropped()).isEqualTo(4);
	}

	@Test
	void doesNotHoldWhereOneEventIsMissingOrCountedTwice() {
		assertThat(new Balance(3, 1, Map.of(), Map.of(), 1).isBalanced()).isFalse();
		assertThat(new Balance(1, 1, Map.of(), Map.of(), 1).isBalanced()).isFalse();
	}

	@Test
	void saysZeroForACauseThatNeverOccurred() {
		assertThat(Balance.ZERO.dropped(DropCause.SHUTDOWN)).isZero();
		assertThat(Balance.ZERO.rejected(RejectCause.TOO_NEW)).isZero();
		assertThat(Balance.ZERO.isBalanced()).isTrue();
	}

	@Test
	void addsEachNumberAndEachCause() {
		Balance one = new Balance(10, 1, Map.of(RejectCause.TOO_OLD, 2L), Map.of(DropCause.REFUSED, 3L), 4);
		Balance other = new Balance(100, 10, Map.of(RejectCause.TOO_OLD, 20L, RejectCause.TOO_NEW, 1L),
				Map.of(DropCause.STOPPED, 30L), 39);
		Balance sum = one.plus(other);
		assertThat(sum).isEqualTo(new Balance(110, 11, Map.of(RejectCause.TOO_OLD, 22L, RejectCause.TOO_NEW, 1L),
				Map.of(DropCause.REFUSED, 3L, DropCause.STOPPED, 30L), 43));
		assertThat(sum).isEqualTo(other.plus(one));
		assertThat(sum.isBalanced()).isTrue();
	}

	@Test
	void tellsWhatWasCountedSinceAnEarlierOne() {
		Balance earlier = new Balance(5, 1, Map.of(RejectCause.TOO_OLD, 1L), Map.of(DropCause.REFUSED, 2L), 1);
		Balance later = new Balance(20, 3, Map.of(RejectCause.TOO_OLD, 5L),
				Map.of(DropCause.REFUSED, 2L, DropCause.STOPPED, 10L), 0);
		Balance difference = later.since(earlier);
		assertThat(difference)
			.isEqualTo(new Balance(15, 2, Map.of(RejectCause.TOO_OLD, 4L), Map.of(DropCause.STOPPED, 10L), -1));
		assertThat(earlier.plus(difference)).isEqualTo(later);
	}

	@Test
	void staysAsItIsWhenTheMapsItWasMadeOfChange() {
		Map<DropCause, Long> dropped = new EnumMap<>(DropCause.class);
		Balance balance = new Balance(0, 0, Map.of(), dropped, 0);
		dropped.put(DropCause.STOPPED, 1L);
		assertThat(balance.totalDropped()).isZero();
	}

	@Test
	void followsAnAccountThroughEachOfItsVerbs() {
		Account account = new Account();
		for (int event = 0; event < 10; event++) {
			account.accept();
		}
		account.drop(DropCause.BUFFER_FULL);
		account.settle(new Settlement(2, Map.of(RejectCause.EXPIRED, 3L), Map.of(DropCause.REFUSED, 1L)));
		account.settle(Settlement.delivered(1));
		account.settle(Settlement.dropped(DropCause.REFUSED, 1));
		Balance balance = account.balance(1);
		assertThat(balance).isEqualTo(new Balance(10, 3, Map.of(RejectCause.EXPIRED, 3L),
				Map.of(DropCause.BUFFER_FULL, 1L, DropCause.REFUSED, 2L), 1));
		assertThat(balance.isBalanced()).isTrue();
		account.accept();
		assertThat(balance.accepted()).as("a balance taken before").isEqualTo(10);
	}

	@Test
	void knowsHowManyEventsASettlementEnds() {
		assertThat(new Settlement(2, Map.of(RejectCause.TOO_NEW, 3L), Map.of(DropCause.REFUSED, 4L)).count())
			.isEqualTo(9);
		assertThat(Settlement.delivered(7).count()).isEqualTo(7);
		assertThat(Settlement.dropped(DropCause.SHUTDOWN, 8).count()).isEqualTo(8);
	}

}
