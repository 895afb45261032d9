package io.github.cloudwatchlogging.sample;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is logged during a test.
 */
public final class CapturedLog implements BeforeEachCallback, AfterEachCallback {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@Override
	public void beforeEach(ExtensionContext context) {
		this.appender.list.clear();
		this.appender.start();
		this.root.addAppender(this.appender);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.root.detachAppender(this.appender);
		this.appender.stop();
	}

	/**
	 * Returns the only event whose message begins so.
	 * @param prefix the beginning
	 * @return the event
	 */
	public ILoggingEvent only(String prefix) {
		List<ILoggingEvent> found = all(prefix);
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " events begin with '" + prefix + "'");
		}
		return found.get(0);
	}

	/**
	 * Returns all events whose message begins so.
	 * @param prefix the beginning
	 * @return the events in order
	 */
	public List<ILoggingEvent> all(String prefix) {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getFormattedMessage().startsWith(prefix))
			.toList();
	}

}
