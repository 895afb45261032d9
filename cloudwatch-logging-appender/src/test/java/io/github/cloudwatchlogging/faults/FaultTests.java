package io.github.cloudwatchlogging.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * One fault after the other.
 */
class FaultTests {

	private static final long SEED = 42;

	private static final Duration THREE_HOURS = Duration.ofHours(3);

	private static final int NOW_AND_THEN = 200;

	private final AtomicReference<Duration> serversError = new AtomicReference<>(Duration.ZERO);

	private final EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.builder()
		.clock(() -> Instant.now().plus(this.serversError.get()))
		.start();

	private final Drill drill = new Drill(this.server);

	private String name = "";

	@BeforeEach
	void nameIt(TestInfo test) {
		this.name = test.getDisplayName();
	}

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	private Aftermath run() throws Exception {
		Aftermath aftermath = this.drill.run();
		System.out.println(this.name + " " + aftermath);
		return aftermath;
	}

	@Test
	void everySecondCallIsThrottled() throws Exception {
		this.drill.fault((faults) -> faults.onAny().withProbability(0.5, SEED).throttle());
		run().assertNothingLost();
	}

	@Test
	void theServiceIsUnavailable() throws Exception {
		this.drill.fault((faults) -> faults.onAny().serviceUnavailable());
		run().assertNothingLost();
	}

	@Test
	void connectionsAreRefused() throws Exception {
		this.drill.fault(this.server::stop, this.server::restart).untilMet(Trouble.Kind.UNREACHABLE);
		run().assertNothingLost();
	}

	@Test
	void connectionsAreReset() throws Exception {
		this.drill.fault((faults) -> faults.onAny().withProbability(0.5, SEED).resetConnection());
		run().assertNothingLost();
	}

	@Test
	void connectionsAreResetInTheMiddleOfARequest() throws Exception {
		this.drill.fault((faults) -> faults.onAny().withProbability(0.5, SEED).resetWithinRequest());
		run().assertNothingLost();
	}

	@Test
	void answersAreCutInTheirMiddle() throws Exception {
		this.drill.fault((faults) -> faults.on("PutLogEvents").withProbability(0.5, SEED).cutAnswer());
		run().assertNothingLost().assertRepeatedWhereTheAnswerWasLost();
	}

	@Test
	void answersAreLost() throws Exception {
		this.drill.fault((faults) -> faults.on("PutLogEvents").withProbability(0.5, SEED).loseAnswer());
		run().assertNothingLost().assertRepeatedWhereTheAnswerWasLost();
	}

	@Test
	void answersTrickleByteByByte() throws Exception {
		this.drill.fault((faults) -> faults.onAny().trickle(Duration.ofMillis(1)));
		run().assertNothingLost();
	}

	@Test
	void theServiceHangs() throws Exception {
		this.drill.impatient().fault((faults) -> faults.onAny().hang());
		run().assertNothingLost();
	}

	@Test
	void accessIsDenied() throws Exception {
		this.drill.fault((faults) -> faults.onAny().deny());
		run().assertNothingLost();
	}

	@Test
	void theGroupIsDeleted() throws Exception {
		this.drill.fault(() -> this.drill.delete(() -> this.server.deleteLogGroup(Drill.GROUP)), () -> {
		});
		run().assertNothingLost();
	}

	@Test
	void theStreamIsDeleted() throws Exception {
		this.drill.fault(() -> this.drill.delete(() -> this.server.deleteLogStream(Drill.GROUP, Drill.STREAM)), () -> {
		});
		run().assertNothingLost();
	}

	@Test
	void anEventIsPoisonNowAndThen() throws Exception {
		// Never healed: a poisoned event may be sent after the last one was logged.
		this.server.faults().on("PutLogEvents").poison(NumberedEvent::isOdd);
		this.drill.oddEvents(new OddEvents(NOW_AND_THEN, Duration.ZERO));
		run().assertOddEventsDropped(DropCause.REFUSED);
	}

	@Test
	void anEventIsADayOldNowAndThen() throws Exception {
		this.drill.oddEvents(new OddEvents(NOW_AND_THEN, Duration.ofHours(-25)));
		run().assertNothingLost();
	}

	@Test
	void timesAreThreeHoursAhead() throws Exception {
		this.drill.oddEvents(new OddEvents(1, THREE_HOURS));
		run().assertOddEventsDropped(DropCause.TOO_NEW);
	}

	@Test
	void timesAreThreeHoursBehind() throws Exception {
		this.drill.oddEvents(new OddEvents(1, THREE_HOURS.negated()));
		run().assertNothingLost();
	}

	@Test
	void ourClockIsThreeHoursAheadOfTheServers() throws Exception {
		this.drill.fault(() -> this.serversError.set(THREE_HOURS.negated()),
				() -> this.serversError.set(Duration.ZERO));
		run().assertSomeRejected(RejectCause.TOO_NEW);
	}

	@Test
	void ourClockIsThreeHoursBehindTheServers() throws Exception {
		this.drill.fault(() -> this.serversError.set(THREE_HOURS), () -> this.serversError.set(Duration.ZERO));
		run().assertNothingLost();
	}

}
