package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;

/**
 * Answers no call before it is released, not even when it is interrupted.
 */
final class HangingService extends AgreeingService {

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
		return super.putLogEvents(destination, batch);
	}

	void release() {
		this.release.countDown();
	}

	int hanging() {
		return this.hanging.get();
	}

}
