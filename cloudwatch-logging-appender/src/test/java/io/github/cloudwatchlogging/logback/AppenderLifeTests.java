package io.github.cloudwatchlogging.logback;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A {@link CloudWatchAppender} that is started, suspended, stopped and started again:
 * where the events go that are logged meanwhile.
 */
class AppenderLifeTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final JsonMapper JACKSON = new JsonMapper();

	@RegisterExtension
	final AppenderRig rig = new AppenderRig();

	private final CapturingClient client = this.rig.client;

	private final CloudWatchAppender appender = this.rig.appender;

	private final Logger logger = this.rig.logger;

	@Test
	void eventsBeforeTheStartAndAfterTheStopAreCounted() {
		this.logger.info("early");
		assertThat(this.appender.flush(LONG)).isSameAs(FlushResult.NOTHING);
		this.rig.start("group", "stream");
		this.logger.info("one");
		this.appender.stop();
		this.logger.info("late");
		this.logger.info("later");
		assertThat(this.appender.isStarted()).isFalse();
		assertThat(this.client.messages()).hasSize(1);
		assertThat(this.appender.snapshot().balance())
			.isEqualTo(new Balance(4, 1, Map.of(), Map.of(DropCause.STOPPED, 3L), 0));
	}

	@Test
	void itCanBeStoppedAndStartedAgain() {
		this.rig.start("group", "stream");
		this.logger.info("one");
		this.appender.stop();
		this.appender.stop();
		this.appender.start();
		this.appender.start();
		this.logger.info("two");
		assertThat(this.appender.snapshot().balance().isBalanced()).isTrue();
		this.appender.stop();
		assertThat(this.client.messages()).hasSize(2);
		assertThat(this.appender.snapshot().balance()).isEqualTo(new Balance(2, 2, Map.of(), Map.of(), 0));
	}

	@Test
	void manyRunsLeaveTheirNumbersAndNothingElse() {
		int runs = 20;
		List<WeakReference<CapturingClient>> clients = new ArrayList<>();
		for (int run = 0; run < runs; run++) {
			clients.add(new WeakReference<>(runWithItsOwnClient()));
			assertThat(this.appender.snapshot().balance())
				.isEqualTo(new Balance(2 * run + 2, run + 1, Map.of(), Map.of(DropCause.STOPPED, run + 1L), 0));
		}
		this.rig.start("group", "stream");
		await().until(() -> {
			System.gc();
			return clients.stream().allMatch((client) -> client.refersTo(null));
		});
	}

	private CapturingClient runWithItsOwnClient() {
		CapturingClient client = new CapturingClient();
		this.rig.start(client, BatchSettings.DEFAULT, "group", "stream");
		this.logger.info("one");
		this.appender.stop();
		this.logger.info("late");
		assertThat(client.messages()).hasSize(1);
		return client;
	}

	@Test
	void anEventThatIsOnItsWayWhileTheAppenderStopsIsCounted() {
		HoldsLateEvents slow = new HoldsLateEvents();
		this.appender.addFilter(slow);
		this.rig.start("group", "stream");
		CompletableFuture<Void> caller = CompletableFuture.runAsync(() -> this.logger.info("late"));
		slow.reached().join();
		this.appender.stop();
		this.appender.start();
		this.logger.info("of the second run");
		this.appender.stop();
		assertThat(this.appender.snapshot().balance()).isEqualTo(new Balance(1, 1, Map.of(), Map.of(), 0));
		slow.release();
		caller.join();
		assertThat(this.appender.snapshot().balance())
			.isEqualTo(new Balance(2, 1, Map.of(), Map.of(DropCause.STOPPED, 1L), 0));
	}

	@Test
	void noEventIsMissedHoweverOftenTheAppenderStopsMeanwhile() {
		this.rig.start("group", "stream");
		AtomicBoolean over = new AtomicBoolean();
		List<CompletableFuture<Long>> callers = IntStream.range(0, 4)
			.mapToObj((caller) -> CompletableFuture.supplyAsync(() -> logUntil(over)))
			.toList();
		for (int round = 0; round < 30; round++) {
			this.appender.stop();
			this.appender.start();
			assertThat(this.appender.snapshot().balance().isBalanced()).isTrue();
		}
		over.set(true);
		long logged = callers.stream().mapToLong(CompletableFuture::join).sum();
		this.appender.stop();
		Balance balance = this.appender.snapshot().balance();
		assertThat(balance.accepted()).isEqualTo(logged);
		assertThat(balance.delivered()).isEqualTo(this.client.messages().size());
		assertThat(balance.delivered() + balance.totalDropped()).isEqualTo(logged);
	}

	private long logUntil(AtomicBoolean over) {
		long logged = 0;
		while (!over.get()) {
			this.logger.info("one of many");
			logged++;
			LockSupport.parkNanos(10_000);
		}
		return logged;
	}

	@Test
	void aStopSaysHowManyEventsOfWhichStreamsAreLeft() {
		CapturingClient broken = new CapturingClient() {

			@Override
			public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
				throw SdkClientException.create("Connect refused");
			}

		};
		this.rig.start(broken, BatchSettings.DEFAULT, "group", "{level}");
		this.logger.info("one");
		this.logger.info("two");
		this.logger.warn("three");
		this.appender.stop();
		assertThat(this.rig.statuses(Status.WARN)).last()
			.asString()
			.contains("Stopped with 3 undelivered events: ", "2 of group / INFO", "1 of group / WARN");
		assertThat(this.rig.statuses(Status.ERROR)).isEmpty();
		assertThat(this.appender.snapshot().balance().dropped(DropCause.SHUTDOWN)).isEqualTo(3);
	}

	@Test
	void whatIsLoggedWhileItIsSuspendedIsDeliveredInItsOrderWhenItGoesOn() {
		this.rig.start("group", "stream");
		this.logger.info("1");
		this.appender.suspend();
		assertThat(this.client.messages()).hasSize(1);
		StringBuilder changing = new StringBuilder("2");
		this.logger.info("{}", changing);
		changing.append(" and something else");
		this.logger.info("3");
		this.appender.resume();
		this.logger.info("4");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).extracting((message) -> JACKSON.readTree(message).get("message").asString())
			.containsExactly("1", "2", "3", "4");
		assertThat(this.appender.snapshot().balance().delivered()).isEqualTo(4);
	}

	@Test
	void whatIsLoggedWhileItIsSuspendedIsDeliveredWhenItStops() {
		this.rig.start("group", "stream");
		this.appender.suspend();
		this.logger.info("while suspended");
		this.appender.stop();
		assertThat(this.client.messages()).hasSize(1);
		assertThat(this.appender.isStarted()).isFalse();
	}

	@Test
	void whatFindsNoRoomWhileItIsSuspendedIsCounted() {
		this.rig.start("group", "stream");
		this.appender.suspend();
		for (int number = 0; number < HeldEvents.MOST_EVENTS + 3; number++) {
			this.logger.info("{}", number);
		}
		this.appender.resume();
		this.appender.flush(LONG);
		Balance balance = this.appender.snapshot().balance();
		assertThat(balance.accepted()).isEqualTo(HeldEvents.MOST_EVENTS + 3);
		assertThat(balance.delivered()).isEqualTo(HeldEvents.MOST_EVENTS);
		assertThat(balance.dropped(DropCause.STOPPED)).isEqualTo(3);
	}

	/**
	 * Keeps each event that says it is late until it is released.
	 */
	private static final class HoldsLateEvents extends Filter<ILoggingEvent> {

		private final CompletableFuture<Void> reached = new CompletableFuture<>();

		private final CompletableFuture<Void> released = new CompletableFuture<>();

		@Override
		public FilterReply decide(ILoggingEvent event) {
			if (event.getMessage().equals("late")) {
				this.reached.complete(null);
				this.released.join();
			}
			return FilterReply.NEUTRAL;
		}

		CompletableFuture<Void> reached() {
			return this.reached;
		}

		void release() {
			this.released.complete(null);
		}

	}

}
