package io.github.cloudwatchlogging.autoconfigure;

import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.aws.OwnClient;
import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Attaches an appender to nothing, on a thread of its own while Spring Boot prepares the
 * environment. The 350 classes that this takes are then loaded when the main thread
 * attaches the real one, which takes twice as long without.
 */
final class Preloading implements Runnable {

	private Preloading() {
	}

	/**
	 * Begins, unless there is only one processor, which would do it before anything else.
	 */
	static void begin() {
		if (Runtime.getRuntime().availableProcessors() > 1) {
			new DeliveryThread(new Preloading(), "cloudwatch-logs-preloading").start();
		}
	}

	@Override
	public void run() {
		CloudWatchLogsProperties defaults = new Binder(new MapConfigurationPropertySource(Map.of()))
			.bindOrCreate("cloudwatch.logs", CloudWatchLogsProperties.class);
		ClientSource neverAsked = new OwnClient(AppenderSettingsFactory.client(defaults));
		CloudWatchAppender appender = new CloudWatchAppender();
		appender.setContext(new LoggerContext());
		appender.setSettings(AppenderSettingsFactory.create(defaults, new StandardEnvironment(), neverAsked));
		appender.start();
		appender.stop();
	}

}
