package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.logback.CloudWatchAppenders;

import org.springframework.beans.factory.DisposableBean;

/**
 * The appenders of one application context, from its environment to its end. Registered
 * before all other beans, so that it is destroyed after them: what they log while they
 * are destroyed is drained too.
 */
sealed interface ContextAppender extends DisposableBean permits ContextAttachment, DeclaredAppenders {

	String beanName();

	CloudWatchAppenders appenders();

	/**
	 * The process is about to be frozen: nothing may stay open.
	 */
	void suspend();

	/**
	 * The process goes on.
	 */
	void resume();

	/**
	 * The application did not start. Nothing is drained here: the failure itself is
	 * logged after this, and the end of the JVM drains it.
	 */
	void applicationFailed();

	/**
	 * The context is closed and all other beans are gone: whoever closed it expects the
	 * events to be out when that returns.
	 */
	@Override
	void destroy();

}
