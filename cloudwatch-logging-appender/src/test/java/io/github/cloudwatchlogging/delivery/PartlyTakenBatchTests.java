package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.Map;

import io.github.cloudwatchlogging.delivery.Outcome.PartlyRejected;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.settings.CreateSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A batch of which the service, or the files that stand in for it, take some events only.
 */
class PartlyTakenBatchTests {

	private static final Destination A = new Destination("group", "a");

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = DispatcherRig.withBackOff(2, CreateSettings.DEFAULT, this.service);

	@Test
	void whatIsDeliveredOfABatchIsSettledAndTheRestIsSentLater() {
		this.rig.logBatches(A, "before");
		this.rig.settle();
		this.rig.log(A, "one", "two", "three");
		this.rig.lanes.lane(A).seal();
		this.service.script(A, new Outcome.PartlyDelivered(2, new Trouble(Kind.STORAGE, "IOException", "full")));
		this.rig.settle();
		assertThat(this.rig.balance(A)).isEqualTo(new Balance(4, 3, Map.of(), Map.of(), 1));
		this.rig.runFor(Duration.ofSeconds(2));
		assertThat(this.service.calls().subList(1, 3)).containsExactly("put a [one, two, three]", "put a [three]");
		assertThat(this.rig.balance(A)).isEqualTo(new Balance(4, 4, Map.of(), Map.of(), 0));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 4, 4, 0, 0, 0", "1, 0, 4, 3, 1, 0, 0", "1, 2, 4, 2, 1, 1, 0", "1, 2, 3, 1, 1, 1, 1",
			"4, 0, 4, 0, 4, 0, 0", "0, 0, 0, 0, 0, 0, 4", "0, 4, 4, 0, 0, 4, 0", "3, 1, 4, 1, 3, 0, 0",
			"2, 3, 1, 0, 2, 1, 1", "-5, -5, 99, 4, 0, 0, 0", "99, 99, -1, 0, 4, 0, 0", "0, 99, 0, 0, 0, 4, 0",
			"-2147483648, 2147483647, 2147483647, 0, 0, 4, 0" })
	void aBatchThatIsPartlyRejectedIsCountedByCause(int tooOldEnd, int expiredEnd, int tooNewStart, long delivered,
			long tooOld, long expired, long tooNew) {
		this.service.script(A, new PartlyRejected(tooOldEnd, expiredEnd, tooNewStart));
		this.rig.log(A, "1", "2", "3");
		this.rig.logBatches(A, "4");
		this.rig.settle();
		Balance balance = this.rig.balance();
		assertThat(balance.delivered()).isEqualTo(delivered);
		assertThat(balance.rejected(RejectCause.TOO_OLD)).isEqualTo(tooOld);
		assertThat(balance.rejected(RejectCause.EXPIRED)).isEqualTo(expired);
		assertThat(balance.rejected(RejectCause.TOO_NEW)).isEqualTo(tooNew);
		assertThat(balance.rejected()).doesNotContainValue(0L);
		assertThat(balance.pending()).isZero();
		assertThat(balance.isBalanced()).isTrue();
		assertThat(this.service.calls()).as("never sent again").hasSize(1);
	}

	@Test
	void rejectedEventsAreTold() {
		this.service.script(A, new PartlyRejected(1, 0, 2));
		this.rig.log(A, "1", "2");
		this.rig.logBatches(A, "3");
		this.rig.settle();
		assertThat(this.rig.listener.told()).containsExactly("rejected a 2");
	}

	@Test
	void aRejectionOfNothingIsNotTold() {
		this.service.script(A, new PartlyRejected(0, 0, 1));
		this.rig.logBatches(A, "1");
		this.rig.settle();
		assertThat(this.rig.balance().delivered()).isEqualTo(1);
		assertThat(this.rig.listener.told()).isEmpty();
	}

}
