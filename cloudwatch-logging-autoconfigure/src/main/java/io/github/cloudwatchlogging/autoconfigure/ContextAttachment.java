package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * One application context's hold on an appender that we have attached.
 */
final class ContextAttachment implements ContextAppender {

	static final String BEAN_NAME = "cloudWatchLogsAttachment";

	private final AttachedAppenders attachedAppenders;

	private final AttachedAppender attached;

	private volatile ContextClient.@Nullable Lease lease;

	private final AtomicBoolean ended = new AtomicBoolean();

	ContextAttachment(AttachedAppenders attachedAppenders, AttachedAppender attached) {
		this.attachedAppenders = attachedAppenders;
		this.attached = attached;
	}

	@Override
	public String beanName() {
		return BEAN_NAME;
	}

	@Override
	public CloudWatchAppenders appenders() {
		return CloudWatchAppenders.of(List.of(appender()));
	}

	private CloudWatchAppender appender() {
		return this.attached.appender();
	}

	/**
	 * The context has connection details among the beans that it is about to create.
	 */
	void connectionDetailsFound() {
		this.attached.client().expectDetails();
	}

	/**
	 * The context has all its beans.
	 * @param client returns the context's client, or {@code null} if there is not just
	 * one
	 * @param closing whether the client is ours to close
	 */
	void contextStarted(Supplier<@Nullable CloudWatchLogsClient> client, boolean closing) {
		this.lease = this.attached.client().handOver(client, closing);
	}

	/**
	 * The context is about to destroy its beans.
	 */
	void contextClosing() {
		ContextClient.Lease current = this.lease;
		if (current != null) {
			current.contextClosing();
		}
	}

	@Override
	public void suspend() {
		appender().suspend();
	}

	@Override
	public void resume() {
		appender().resume();
	}

	@Override
	public void applicationFailed() {
		this.attached.client().stopWaiting();
		end();
	}

	// Comes without a lease where the context was never started or has no
	// auto-configuration, and without a word before where its start has failed.
	@Override
	public void destroy() {
		ContextClient.Lease current = this.lease;
		if (current != null) {
			current.beansGone();
		}
		this.attached.client().stopWaiting();
		appender().resume();
		appender().drain();
		if (current != null) {
			current.contextClosed();
		}
		end();
	}

	private void end() {
		if (this.ended.compareAndSet(false, true)) {
			this.attachedAppenders.release(this.attached);
		}
	}

}
