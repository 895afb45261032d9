package io.github.cloudwatchlogging.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.core.joran.spi.JoranException;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.endtoend.LogbackApplication;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.fault.Fault;
import io.github.cloudwatchlogging.test.fault.FaultPlan;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A steady load on a Logback application, with a fault in its middle: log, break, heal,
 * drain, stop, and look at what is left.
 */
final class Drill {

	static final String GROUP = "test";

	static final String STREAM = "stream";

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration GLANCE = Duration.ofMillis(20);

	private final EmbeddedCloudWatchLogs server;

	private final List<ReceivedEvent> deleted = new ArrayList<>();

	private Runnable begin = () -> {
	};

	private Runnable end = () -> {
	};

	private String options = "";

	private boolean impatient;

	private @Nullable OddEvents oddEvents;

	private Trouble.@Nullable Kind trouble;

	Drill(EmbeddedCloudWatchLogs server) {
		this.server = server;
		server.createLogGroup(GROUP);
		server.createLogStream(GROUP, STREAM);
	}

	/**
	 * Sets what breaks and how it is mended.
	 */
	Drill fault(Runnable begin, Runnable end) {
		this.begin = begin;
		this.end = end;
		return this;
	}

	/**
	 * Sets what breaks by the server's fault plan, and is mended by its end.
	 */
	Drill fault(Consumer<FaultPlan> begin) {
		return fault(() -> begin.accept(this.server.faults()), () -> {
			// A drill of a fault that never struck would prove nothing.
			assertThat(this.server.faults().active()).isNotEmpty().allMatch((fault) -> fault.hits() > 0);
			this.server.faults().heal();
		});
	}

	/**
	 * Lets the fault last until the appender has met it, for where the server cannot know
	 * that it struck.
	 */
	Drill untilMet(Trouble.Kind trouble) {
		this.trouble = trouble;
		return this;
	}

	/**
	 * Sets which events are odd while the fault lasts.
	 */
	Drill oddEvents(OddEvents oddEvents) {
		this.oddEvents = oddEvents;
		return this;
	}

	/**
	 * Lets the appender give up a call early. It then cannot know what became of a call
	 * that this machine was slow to answer, nor can the server know that nobody waited.
	 */
	Drill impatient() {
		this.impatient = true;
		this.options = "<apiTimeout>200 milliseconds</apiTimeout>";
		return this;
	}

	/**
	 * Deletes stored events with their stream or group, at a moment when nothing is being
	 * stored, and keeps them for the final account.
	 */
	void delete(Runnable deletion) {
		Fault throttle = this.server.faults().on("PutLogEvents").throttle();
		// Once a call is refused the lane makes one at a time: those that were beside it
		// have been answered when the next is made.
		await().atMost(LONG).pollInterval(GLANCE).until(() -> throttle.hits() > DeliverySettings.DEFAULT.concurrency());
		this.deleted.addAll(this.server.events(GROUP, STREAM));
		deletion.run();
		throttle.heal();
	}

	/**
	 * Goes through the phases, and holds what is left to what must hold after any fault.
	 */
	Aftermath run() throws JoranException {
		Stalls stalls = new Stalls();
		LogbackApplication application = LogbackApplication.start(this.server, """
				<encoder><pattern>%msg</pattern></encoder>
				<batch><maxDelay>50 milliseconds</maxDelay></batch>
				""" + this.options);
		CloudWatchAppender appender = application.appender();
		Load load = new Load(application.logger("load"));
		try {
			load.start();
			goThroughPhases(appender, load);
			load.stop();
			stalls.stop();
			assertThat(appender.flush(LONG).isComplete()).isTrue();
		}
		finally {
			load.stop();
			stalls.stop();
			application.close();
		}
		await().atMost(LONG).until(Drill::noDeliveryThreadLives);
		List<ReceivedEvent> stored = new ArrayList<>(this.deleted);
		stored.addAll(this.server.events(GROUP, STREAM));
		Aftermath aftermath = new Aftermath(load, stalls, appender.snapshot(),
				stored.stream().map(ReceivedEvent::message).map(NumberedEvent::parse).toList(),
				this.impatient ? Long.MAX_VALUE : this.server.faults().eventsWithLostAnswer());
		aftermath.assertAllAccountedFor();
		return aftermath;
	}

	private void goThroughPhases(CloudWatchAppender appender, Load load) {
		Phases phases = Phases.current();
		// The first call of a JVM takes seconds, and a fault could be over before it.
		await().atMost(LONG).pollInterval(GLANCE).until(() -> appender.snapshot().balance().delivered() > 0);
		for (int round = 0; round < phases.rounds(); round++) {
			pass(phases.healthy(), appender);
			this.begin.run();
			load.oddEvents(this.oddEvents);
			pass(phases.faulty(), appender);
			await().atMost(LONG).pollInterval(GLANCE).until(() -> hasMetTheFault(appender));
			load.oddEvents(null);
			this.end.run();
		}
		pass(phases.healthy(), appender);
	}

	private boolean hasMetTheFault(CloudWatchAppender appender) {
		return this.trouble == null || appender.snapshot()
			.lanes()
			.stream()
			.map(DeliverySnapshot.LaneStatus::trouble)
			.anyMatch((met) -> met != null && met.kind() == this.trouble);
	}

	/**
	 * Lets time pass, in which the ledger balances at any moment.
	 */
	private static void pass(Duration phase, CloudWatchAppender appender) {
		await().pollInterval(GLANCE)
			.during(phase)
			.atMost(phase.plus(LONG))
			.failFast("The ledger balances", () -> !appender.snapshot().balance().isBalanced())
			.until(() -> true);
	}

	private static boolean noDeliveryThreadLives() {
		return Thread.getAllStackTraces().keySet().stream().noneMatch(DeliveryThread.class::isInstance);
	}

}
