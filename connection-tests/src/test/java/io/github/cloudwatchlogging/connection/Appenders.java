package io.github.cloudwatchlogging.connection;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.slf4j.LoggerFactory;

/**
 * What is attached to this JVM's root logger.
 */
final class Appenders {

	private Appenders() {
	}

	static List<CloudWatchAppender> attached() {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		List<CloudWatchAppender> attached = new ArrayList<>();
		root.iteratorForAppenders().forEachRemaining((appender) -> {
			if (appender instanceof CloudWatchAppender cloudWatch) {
				attached.add(cloudWatch);
			}
		});
		return attached;
	}

}
