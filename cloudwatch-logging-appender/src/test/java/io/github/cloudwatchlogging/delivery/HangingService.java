package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;

/**
 * Answers no call before it is released, not even when it is interrupted.
 */
final class HangingService implements LogsService {

	private final CountDownLatch release = new CountDownLatch(1);

	private final AtomicInteger hanging = new AtomicInteger();

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice batch) {
		this.hanging.incrementAndGet();
		boolean released = false;
		while (!released) {
			try {
				this.release.await();
				released = true;
			}
			catch (InterruptedException deaf) {
				// Like a socket's read.
			}
		}
		return new Outcome.Delivered();
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		return new Outcome.Created();
	}

	@Override
	public Outcome createLogGroup(String group) {
		return new Outcome.Created();
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		return new Outcome.Created();
	}

	@Override
	public void close() {
	}

	void release() {
		this.release.countDown();
	}

	int hanging() {
		return this.hanging.get();
	}

}
