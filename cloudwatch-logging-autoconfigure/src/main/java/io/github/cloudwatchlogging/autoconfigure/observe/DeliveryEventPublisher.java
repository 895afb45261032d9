package io.github.cloudwatchlogging.autoconfigure.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.delivery.StreamStatus;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.delivery.TroubleListener;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes application events when delivery breaks and when it recovers, from the
 * context's start to its stop. On a thread of its own, because listeners may wait, and
 * may log: neither a log call nor the engine waits for them, and what they log is
 * delivered like all else. Who falls behind by a thousand events misses the oldest.
 */
final class DeliveryEventPublisher implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(DeliveryEventPublisher.class);

	private static final int MOST_WAITING = 1_000;

	private final List<Hearing> hearings;

	private final ApplicationEventPublisher publisher;

	private final ThreadPoolExecutor executor;

	private volatile boolean running;

	DeliveryEventPublisher(CloudWatchAppenders appenders, ApplicationEventPublisher publisher) {
		this.hearings = appenders.byName().values().stream().map(Hearing::new).toList();
		this.publisher = publisher;
		this.executor = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING),
				DeliveryEventPublisher::thread, new ThreadPoolExecutor.DiscardOldestPolicy());
		this.executor.allowCoreThreadTimeOut(true);
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "cloudwatch-logs-events");
		thread.setDaemon(true);
		// It is the engine that has the thread made.
		thread.setContextClassLoader(DeliveryEventPublisher.class.getClassLoader());
		return thread;
	}

	/**
	 * Publishes what failed before there was a context, too.
	 */
	@Override
	public void start() {
		this.running = true;
		this.hearings.forEach(Hearing::begin);
	}

	@Override
	public void stop() {
		this.hearings.forEach(Hearing::end);
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void publish(Object event) {
		if (!this.running) {
			return;
		}
		try {
			this.publisher.publishEvent(event);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener failed on " + event.getClass().getSimpleName(), ex);
		}
	}

	/**
	 * What is heard of one appender. Another one may have the same stream and no trouble.
	 */
	private final class Hearing implements TroubleListener {

		private final CloudWatchAppender appender;

		/**
		 * What was published as failing. Used by the executor's one thread only.
		 */
		private final Map<Destination, Trouble.Kind> failing = new HashMap<>();

		Hearing(CloudWatchAppender appender) {
			this.appender = appender;
		}

		void begin() {
			DeliveryEventPublisher.this.executor.execute(this.failing::clear);
			this.appender.troubles().add(this);
			this.appender.snapshot().streams().stream().filter(StreamStatus::isFailing).forEach((stream) -> {
				Trouble trouble = stream.trouble();
				if (trouble != null) {
					deliveryFailing(stream.destination(), trouble);
				}
			});
		}

		void end() {
			this.appender.troubles().remove(this);
		}

		@Override
		public void deliveryFailing(Destination destination, Trouble trouble) {
			DeliveryEventPublisher.this.executor.execute(() -> {
				if (this.failing.put(destination, trouble.kind()) != trouble.kind()) {
					publish(new CloudWatchLogsDeliveryFailingEvent(destination, trouble));
				}
			});
		}

		@Override
		public void deliveryRecovered(Destination destination, int attempts) {
			DeliveryEventPublisher.this.executor.execute(() -> {
				if (this.failing.remove(destination) != null) {
					publish(new CloudWatchLogsDeliveryRecoveredEvent(destination, attempts));
				}
			});
		}

	}

}
