package io.github.cloudwatchlogging.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Runs work at once, or holds it until it is released.
 */
final class HoldingExecutor implements Executor {

	private final Deque<Runnable> held = new ArrayDeque<>();

	private boolean holding;

	@Override
	public void execute(Runnable work) {
		if (this.holding) {
			this.held.add(work);
		}
		else {
			work.run();
		}
	}

	void hold() {
		this.holding = true;
	}

	/**
	 * Runs what was held first.
	 */
	void releaseFirst() {
		this.held.removeFirst().run();
	}

	/**
	 * Runs what was held last.
	 */
	void releaseLast() {
		this.held.removeLast().run();
	}

	int held() {
		return this.held.size();
	}

}
