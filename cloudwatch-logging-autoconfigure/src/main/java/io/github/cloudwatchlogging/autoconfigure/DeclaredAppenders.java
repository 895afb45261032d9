package io.github.cloudwatchlogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
import org.jspecify.annotations.Nullable;

/**
 * The appenders that a Logback configuration declares. They get the events in place of
 * one of ours, and are not changed; the context only drains them at its end.
 */
final class DeclaredAppenders implements ContextAppender {

	private final LoggerContext loggerContext;

	private final Predicate<CloudWatchAppender> isDeclared;

	private final CloudWatchAppenders appenders;

	private DeclaredAppenders(LoggerContext loggerContext, Predicate<CloudWatchAppender> isDeclared,
			CloudWatchAppenders appenders) {
		this.loggerContext = loggerContext;
		this.isDeclared = isDeclared;
		this.appenders = appenders;
	}

	/**
	 * Returns the declared appenders, or {@code null} if there are none.
	 * @param loggerContext where to look
	 * @param isDeclared tells them from those that we have attached
	 */
	static @Nullable DeclaredAppenders in(LoggerContext loggerContext, Predicate<CloudWatchAppender> isDeclared) {
		List<CloudWatchAppender> found = find(loggerContext, isDeclared);
		return found.isEmpty() ? null : new DeclaredAppenders(loggerContext, isDeclared, CloudWatchAppenders.of(found));
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
	public CloudWatchAppenders appenders() {
		return this.appenders;
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
		resume();
		List<CloudWatchAppender> declared = declaredNow();
		if (!declared.isEmpty()) {
			CloudWatchAppenders.of(declared).drain();
		}
	}

}
