package io.github.cloudwatchlogging.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * Makes the calls to the service on threads of their own, and keeps what came of them
 * until the dispatcher asks. Thread-safe.
 */
final class Senders {

	private final LogsService service;

	private final Executor threads;

	private final DeliveryListener listener;

	private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();

	private volatile boolean ended;

	Senders(LogsService service, Executor threads, DeliveryListener listener) {
		this.service = service;
		this.threads = threads;
		this.listener = listener;
	}

	/**
	 * Starts a call.
	 * @param whenFinished is run when it has come back
	 * @return whether there was a thread for it; if not, there will be one soon
	 */
	boolean start(CallUnderWay call, Runnable whenFinished) {
		try {
			this.threads.execute(() -> {
				Outcome outcome = make(call);
				this.finished.add(new Finished(call, outcome));
				whenFinished.run();
			});
			return true;
		}
		catch (RejectedExecutionException threadNotYetIdle) {
			return false;
		}
	}

	private Outcome make(CallUnderWay call) {
		try {
			return switch (call.call()) {
				case PUT_LOG_EVENTS -> this.service.putLogEvents(call.destination(), call.slice());
				case CREATE_LOG_STREAM -> this.service.createLogStream(call.destination());
				case CREATE_LOG_GROUP -> this.service.createLogGroup(call.destination().group());
			};
		}
		catch (Throwable ex) {
			if (!this.ended) {
				this.listener.defect(ex);
			}
			return Defects.outcome(ex);
		}
	}

	/**
	 * Returns a call that has come back, once.
	 * @return the call, or {@code null} if there is none
	 */
	@Nullable Finished poll() {
		return this.finished.poll();
	}

	/**
	 * From now on calls are cut off under way: what they throw is no defect.
	 */
	void end() {
		this.ended = true;
	}

	/**
	 * A call that has come back.
	 *
	 * @param call the call
	 * @param outcome what came of it
	 */
	record Finished(CallUnderWay call, Outcome outcome) {
	}

}
