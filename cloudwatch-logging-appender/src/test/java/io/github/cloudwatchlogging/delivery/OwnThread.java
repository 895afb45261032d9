package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs work on a thread of its own. The common pool has a single thread on two
 * processors, where what should run side by side would wait for each other.
 */
public final class OwnThread {

	private OwnThread() {
	}

	/**
	 * Runs work.
	 * @param work the work
	 * @return its end
	 */
	public static CompletableFuture<Void> run(Runnable work) {
		return CompletableFuture.runAsync(work, OwnThread::start);
	}

	/**
	 * Runs work that has a result.
	 * @param <T> the type of the result
	 * @param work the work
	 * @return its result
	 */
	public static <T> CompletableFuture<T> supply(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, OwnThread::start);
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "test");
		thread.setDaemon(true);
		thread.start();
	}

}
