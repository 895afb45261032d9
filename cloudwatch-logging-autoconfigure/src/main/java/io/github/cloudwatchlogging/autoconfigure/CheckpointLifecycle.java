package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.aws.HttpConnections;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;

/**
 * Suspends the appender around a checkpoint of the process, and whenever else a context
 * that goes on is stopped. A context that closes, or whose start fails, is drained at its
 * very end instead.
 */
final class CheckpointLifecycle implements SmartLifecycle, ApplicationListener<ApplicationContextEvent> {

	private final ApplicationContext context;

	private final ObjectProvider<ContextAppender> appender;

	private final HttpConnections connections;

	private volatile boolean refreshed;

	private volatile boolean running;

	CheckpointLifecycle(ApplicationContext context, ObjectProvider<ContextAppender> appender,
			HttpConnections connections) {
		this.context = context;
		this.appender = appender;
		this.connections = connections;
	}

	/**
	 * The context has all its beans, and the appender has its client. Where Spring takes
	 * a checkpoint now, it does so before it starts anything, and so without stopping it.
	 */
	void beansReady() {
		if (DefaultLifecycleProcessor.ON_REFRESH_VALUE
			.equalsIgnoreCase(SpringProperties.getProperty(DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME))) {
			suspend();
		}
	}

	@Override
	public void onApplicationEvent(ApplicationContextEvent event) {
		if (event.getApplicationContext() == this.context) {
			if (event instanceof ContextRefreshedEvent) {
				this.refreshed = true;
			}
			else if (event instanceof ContextClosedEvent) {
				this.refreshed = false;
			}
		}
	}

	@Override
	public void start() {
		this.appender.ifAvailable(ContextAppender::resume);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		if (this.refreshed) {
			suspend();
		}
	}

	private void suspend() {
		this.appender.ifAvailable(ContextAppender::suspend);
		this.connections.release();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Returns {@code false}: a context that only pauses, as those of tests do, shares the
	 * appender with others.
	 */
	@Override
	public boolean isPauseable() {
		return false;
	}

	/**
	 * Returns the first to start and the last to stop: what others log meanwhile is sent.
	 */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
