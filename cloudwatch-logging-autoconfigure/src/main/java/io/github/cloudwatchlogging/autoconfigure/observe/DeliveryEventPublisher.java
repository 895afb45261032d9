package io.github.cloudwatchlogging.autoconfigure.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.delivery.StreamStatus;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.delivery.TroubleListener;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
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
final class DeliveryEventPublisher implements TroubleListener, SmartLifecycle {

	private static final Log logger = LogFactory.getLog(DeliveryEventPublisher.class);

	private static final int MOST_WAITING = 1_000;

	private final CloudWatchAppender appender;

	private final ApplicationEventPublisher publisher;

	private final ThreadPoolExecutor executor;

	/**
	 * What was published as failing. Used by the executor's one thread only.
	 */
	private final Map<Destination, Trouble.Kind> failing = new HashMap<>();

	private volatile boolean running;

	DeliveryEventPublisher(CloudWatchAppender appender, ApplicationEventPublisher publisher) {
		this.appender = appender;
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
		this.executor.execute(this.failing::clear);
		this.appender.troubles().add(this);
		this.appender.snapshot().streams().stream().filter(StreamStatus::isFailing).forEach((stream) -> {
			Trouble trouble = stream.trouble();
			if (trouble != null) {
				deliveryFailing(stream.destination(), trouble);
			}
		});
	}

	@Override
	public void stop() {
		this.appender.troubles().remove(this);
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void deliveryFailing(Destination destination, Trouble trouble) {
		this.executor.execute(() -> {
			if (this.failing.put(destination, trouble.kind()) != trouble.kind()) {
				publish(new CloudWatchLogsDeliveryFailingEvent(destination, trouble));
			}
		});
	}

	@Override
	public void deliveryRecovered(Destination destination, int attempts) {
		this.executor.execute(() -> {
			if (this.failing.remove(destination) != null) {
				publish(new CloudWatchLogsDeliveryRecoveredEvent(destination, attempts));
			}
		});
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

}
