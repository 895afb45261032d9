package io.github.cloudwatchlogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;

/**
 * An appender and how many application contexts hold it. The count is guarded by
 * {@link AttachedAppenders}.
 */
final class AttachedAppender {

	private final Key key;

	private final CloudWatchAppender appender;

	private final ContextClient client;

	private int holders;

	AttachedAppender(Key key, CloudWatchAppender appender, ContextClient client) {
		this.key = key;
		this.appender = appender;
		this.client = client;
	}

	Key key() {
		return this.key;
	}

	CloudWatchAppender appender() {
		return this.appender;
	}

	ContextClient client() {
		return this.client;
	}

	void hold() {
		this.holders++;
	}

	void letGo() {
		this.holders--;
	}

	boolean isHeld() {
		return this.holders > 0;
	}

	/**
	 * What makes the appenders of two contexts the same.
	 *
	 * @param properties the properties
	 * @param clientSettings how the service is reached, of which the properties may be
	 * silent
	 * @param names what the names of groups and streams have of the application
	 */
	record Key(CloudWatchLogsProperties properties, ClientSettings clientSettings, List<String> names) {

		static Key of(CloudWatchLogsProperties properties, ClientSettings clientSettings, AppenderSettings settings) {
			List<String> names = new ArrayList<>(settings.routing().fixedTexts());
			if (settings.agent() != null) {
				names.add(settings.agent().fileStem());
			}
			return new Key(properties, clientSettings, List.copyOf(names));
		}

	}

}
