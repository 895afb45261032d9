package io.github.cloudwatchlogging.autoconfigure;

import ch.qos.logback.classic.LoggerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Attaches the appender as soon as Spring Boot has configured Logback, so that the very
 * first "Starting ..." line and the lines of a start that fails are delivered. One
 * instance serves one {@code SpringApplication}.
 */
final class AppenderAttachingListener implements ApplicationListener<SpringApplicationEvent>, Ordered {

	private @Nullable ContextAttachment attachment;

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			this.attachment = attach(prepared.getEnvironment());
		}
		else if (this.attachment != null && event instanceof ApplicationContextInitializedEvent initialized) {
			register(this.attachment, initialized.getApplicationContext());
		}
		else if (this.attachment != null && event instanceof ApplicationFailedEvent) {
			this.attachment.applicationFailed();
		}
	}

	private static @Nullable ContextAttachment attach(ConfigurableEnvironment environment) {
		ILoggerFactory loggerFactory = LoggerFactory.getILoggerFactory();
		CloudWatchLogsProperties properties = Binder.get(environment)
			.bindOrCreate("cloudwatch.logs", CloudWatchLogsProperties.class);
		if (!(loggerFactory instanceof LoggerContext loggerContext)) {
			return null;
		}
		AttachedAppenders attachedAppenders = AttachedAppenders.of(loggerContext);
		if (!properties.enabled()) {
			attachedAppenders.attachAgain();
			return null;
		}
		return new ContextAttachment(attachedAppenders, attachedAppenders.attach(properties,
				(client) -> AppenderSettingsFactory.create(properties, environment, client)));
	}

	private static void register(ContextAttachment attachment, ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton(ContextAttachment.BEAN_NAME, attachment);
		context.getBeanFactory().registerSingleton("cloudWatchAppender", attachment.appender());
		if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry registry) {
			registry.registerDisposableBean(ContextAttachment.BEAN_NAME, attachment);
		}
	}

}
