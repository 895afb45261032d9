package io.github.cloudwatchlogging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.template.Template;
import org.jspecify.annotations.Nullable;

/**
 * Finds an event's destination. Thread-safe.
 */
final class Router {

	private final Template<ILoggingEvent> group;

	private final Template<ILoggingEvent> stream;

	private final @Nullable Destination fixed;

	Router(Template<ILoggingEvent> group, Template<ILoggingEvent> stream) {
		this.group = group;
		this.stream = stream;
		String fixedGroup = group.fixedName();
		String fixedStream = stream.fixedName();
		this.fixed = (fixedGroup != null && fixedStream != null) ? new Destination(fixedGroup, fixedStream) : null;
	}

	Destination destination(ILoggingEvent event) {
		return (this.fixed != null) ? this.fixed
				: new Destination(this.group.resolve(event), this.stream.resolve(event));
	}

}
