package io.github.cloudwatchlogging.autoconfigure;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;
import org.slf4j.helpers.Reporter;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Attaches the appender as soon as Spring Boot has configured Logback, so that the very
 * first "Starting ..." line and the lines of a start that fails are delivered. One
 * instance serves one {@code SpringApplication}.
 */
final class AppenderAttachingListener implements ApplicationListener<SpringApplicationEvent>, Ordered {

	private @Nullable ContextAppender contextAppender;

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		if (event instanceof ApplicationStartingEvent) {
			preload();
		}
		else if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			PrintAgentConfiguration.ifAsked(prepared.getEnvironment(), System.out, System::exit);
			this.contextAppender = isBuild() ? null : attach(prepared.getEnvironment());
		}
		else if (this.contextAppender != null && event instanceof ApplicationContextInitializedEvent initialized) {
			register(this.contextAppender, initialized.getApplicationContext());
		}
		else if (this.contextAppender != null && event instanceof ApplicationFailedEvent) {
			this.contextAppender.applicationFailed();
		}
	}

	private static void preload() {
		ILoggerFactory loggerFactory = LoggerFactory.getILoggerFactory();
		if (!isBuild() && isLogback(loggerFactory)) {
			Preloading.begin((LoggerContext) loggerFactory);
		}
	}

	// What is logged while a build decides about the beans belongs to the build, and an
	// appender that is a bean there would change what is decided.
	private static boolean isBuild() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

	private static @Nullable ContextAppender attach(ConfigurableEnvironment environment) {
		ILoggerFactory loggerFactory = LoggerFactory.getILoggerFactory();
		CloudWatchLogsProperties properties = Binder.get(environment)
			.bindOrCreate("cloudwatch.logs", CloudWatchLogsProperties.class);
		if (isLogback(loggerFactory)) {
			return attach((LoggerContext) loggerFactory, properties, environment);
		}
		if (properties.enabled()) {
			warn(loggerFactory);
		}
		return null;
	}

	private static void warn(ILoggerFactory loggerFactory) {
		String message = "No log event is shipped to CloudWatch Logs: that needs Logback, and SLF4J logs through "
				+ loggerFactory.getClass().getName()
				+ ". Let it log through Logback, or set cloudwatch.logs.enabled to false.";
		if (loggerFactory instanceof NOPLoggerFactory) {
			Reporter.warn(message);
		}
		else {
			LogFactory.getLog(AppenderAttachingListener.class).warn(message);
		}
	}

	// Whoever logs with Log4j may have excluded Logback.
	private static boolean isLogback(ILoggerFactory loggerFactory) {
		return ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
				AppenderAttachingListener.class.getClassLoader()) && loggerFactory instanceof LoggerContext;
	}

	private static @Nullable ContextAppender attach(LoggerContext loggerContext, CloudWatchLogsProperties properties,
			ConfigurableEnvironment environment) {
		ConsoleExtras.add(loggerContext, properties);
		AttachedAppenders attachedAppenders = AttachedAppenders.of(loggerContext);
		if (!properties.enabled()) {
			attachedAppenders.attachAgain();
			return null;
		}
		WireLoggers.quieten(loggerContext);
		DeclaredAppenders declared = attachedAppenders.findDeclared();
		if (declared != null) {
			attachedAppenders.attachAgain();
			return declared;
		}
		return new ContextAttachment(attachedAppenders,
				attachedAppenders.attach(properties, AppenderSettingsFactory.client(properties, environment),
						(client) -> AppenderSettingsFactory.create(properties, environment, client)));
	}

	private static void register(ContextAppender contextAppender, ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton(contextAppender.beanName(), contextAppender);
		CloudWatchAppenders appenders = contextAppender.appenders();
		context.getBeanFactory().registerSingleton("cloudWatchAppenders", appenders);
		if (context.getBeanFactory() instanceof DefaultListableBeanFactory beanFactory) {
			beanFactory.registerBeanDefinition("cloudWatchAppender", appenderBean(appenders));
			beanFactory.registerDisposableBean(contextAppender.beanName(), contextAppender);
		}
	}

	private static BeanDefinition appenderBean(CloudWatchAppenders appenders) {
		RootBeanDefinition definition = new RootBeanDefinition(CloudWatchAppender.class, appenders::first);
		definition.setLazyInit(true);
		// It is what it is: nobody's bean post-processor is to wrap it.
		definition.setSynthetic(true);
		// Spring looks for annotated methods in each bean's type at the start. Here it
		// would find none, and load the classes of all options.
		definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class);
		return definition;
	}

}
