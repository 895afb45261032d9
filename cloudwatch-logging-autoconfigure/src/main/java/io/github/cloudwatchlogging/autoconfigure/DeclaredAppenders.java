package io.github.cloudwatchlogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.jspecify.annotations.Nullable;

/**
 * The appenders that a Logback configuration declares. They get the events in place of
 * one of ours, and are not changed; the context only drains them at its end.
 */
final class DeclaredAppenders implements ContextAppender {

	private final LoggerContext loggerContext;

	private final Predicate<CloudWatchAppender> isDeclared;

	private final CloudWatchAppender first;

	private DeclaredAppenders(LoggerContext loggerContext, Predicate<CloudWatchAppender> isDeclared,
			CloudWatchAppender first) {
		this.loggerContext = loggerContext;
		this.isDeclared = isDeclared;
		this.first = first;
	}

	/**
	 * Returns the declared appenders, or {@code null} if there are none.
	 * @param loggerContext where to look
	 * @param isDeclared tells them from those that we have attached
	 */
	static @Nullable DeclaredAppenders in(LoggerContext loggerContext, Predicate<CloudWatchAppender> isDeclared) {
		List<CloudWatchAppender> found = find(loggerContext, isDeclared);
		return found.isEmpty() ? null : new DeclaredAppenders(loggerContext, isDeclared, found.get(0));
	}

	private static List<CloudWatchAppender> find(LoggerContext loggerContext,
			Predicate<CloudWatchAppender> isDeclared) {
		List<CloudWatchAppender> found = new ArrayList<>();
		AppenderTree.forEach(loggerContext, (appender) -> {
			if (appender instanceof CloudWatchAppender cloudWatch) {
				found.add(cloudWatch);
			}
		});
		return found.stream().filter(isDeclared).distinct().toList();
	}

	@Override
	public String beanName() {
		return "cloudWatchLogsDeclaredAppenders";
	}

	@Override
	public CloudWatchAppender appender() {
		return this.first;
	}

	@Override
	public void suspend() {
		declaredNow().forEach(CloudWatchAppender::suspend);
	}

	@Override
	public void resume() {
		declaredNow().forEach(CloudWatchAppender::resume);
	}

	private List<CloudWatchAppender> declaredNow() {
		return find(this.loggerContext, this.isDeclared);
	}

	@Override
	public void applicationFailed() {
		// They belong to Logback, which stops them.
	}

	/**
	 * Drains those that are declared now: another context may have had Logback configured
	 * again.
	 */
	@Override
	public void destroy() {
		declaredNow().forEach((appender) -> {
			appender.resume();
			appender.drain();
		});
	}

}
