package io.github.cloudwatchlogging.delivery;

import java.util.function.LongSupplier;

/**
 * Takes the dispatcher's turns, and those of the fallback, until it is stopped.
 */
final class DispatchLoop {

	private final TurnLoop loop;

	DispatchLoop(Dispatcher dispatcher, Fallback fallback, DeliveryListener listener, LongSupplier nanoClock) {
		this.loop = new TurnLoop("cloudwatch-logs-dispatcher",
				(nowNanos) -> Math.min(dispatcher.runOnce(nowNanos), fallback.turn(nowNanos)), () -> {
				}, listener, nanoClock);
		dispatcher.onWakeUp(this.loop::wakeUp);
	}

	void start() {
		this.loop.start();
	}

	void stop() {
		this.loop.stop();
	}

}
