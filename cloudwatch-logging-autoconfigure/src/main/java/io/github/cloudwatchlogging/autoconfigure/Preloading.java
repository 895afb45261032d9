package io.github.cloudwatchlogging.autoconfigure;

import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.aws.OwnClient;
import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts an appender that is attached to nothing, on a thread of its own while Spring
 * Boot prepares the environment. The 300 classes that this takes are then loaded when the
 * main thread attaches the real one, which would load them itself otherwise.
 */
final class Preloading implements Runnable {

	private Preloading() {
	}

	/**
	 * Begins, where that helps: not on a single processor, nor where the classes are part
	 * of an image or have been loaded for an earlier context.
	 */
	static void begin(LoggerContext loggerContext) {
		if (Runtime.getRuntime().availableProcessors() > 1 && !NativeDetector.inNativeImage()
				&& System.getenv("AWS_LAMBDA_FUNCTION_NAME") == null && !AttachedAppenders.isIn(loggerContext)) {
			new DeliveryThread(new Preloading(), "cloudwatch-logs-preloading").start();
		}
	}

	@Override
	public void run() {
		try {
			startAndStop();
		}
		catch (RuntimeException | LinkageError ex) {
			// Whoever attaches the real one meets the same, and tells it.
		}
	}

	private static void startAndStop() {
		CloudWatchLogsProperties defaults = new Binder(new MapConfigurationPropertySource(Map.of()))
			.bindOrCreate("cloudwatch.logs", CloudWatchLogsProperties.class);
		ClientSource neverAsked = new OwnClient(AppenderSettingsFactory.client(defaults));
		CloudWatchAppender appender = new CloudWatchAppender();
		appender.setContext(new LoggerContext());
		appender.setSettings(AppenderSettingsFactory.create(defaults, new StandardEnvironment(), neverAsked));
		appender.startOrThrow();
		appender.stop();
	}

}
