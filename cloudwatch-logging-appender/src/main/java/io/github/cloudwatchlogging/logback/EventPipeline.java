package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.aws.AwsLogsService;
import io.github.cloudwatchlogging.delivery.DeliveryEngine;
import io.github.cloudwatchlogging.delivery.DeliveryMeter;
import io.github.cloudwatchlogging.delivery.Fallback;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageText;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.FallbackPolicy;

/**
 * An event's way from the log call to the engine: filter, destination, encoding, length.
 * Exists from the appender's start to its stop. Thread-safe.
 */
final class EventPipeline {

	private final Predicate<ILoggingEvent> filter;

	private final Router router;

	private final Encoder<ILoggingEvent> encoder;

	private final MessageLength messageLength;

	private final DeliveryEngine engine;

	private final ExitBudget exitBudget;

	private final StatusReporter reporter;

	private Balance booked = Balance.ZERO;

	EventPipeline(AppenderSettings settings, Predicate<ILoggingEvent> filter, Encoder<ILoggingEvent> encoder,
			StatusReporter reporter, DeliveryMeter meter) {
		this.filter = filter;
		this.router = new Router(settings.group(), settings.stream());
		this.encoder = encoder;
		this.messageLength = new MessageLength(settings.oversize(), settings.delivery().batch().maxMessageBytes());
		this.exitBudget = new ExitBudget(settings.shutdownTimeout(), System::nanoTime);
		this.reporter = reporter;
		this.engine = DeliveryEngine.start(settings.delivery(),
				new AwsLogsService(settings.clientSource(), settings.delivery().create(), settings.entity()), reporter,
				fallback(settings.fallback()), meter);
	}

	private static Fallback fallback(FallbackPolicy policy) {
		return switch (policy) {
			case NONE -> Fallback.NONE;
			case CONSOLE -> Fallback.console();
		};
	}

	/**
	 * Takes an event. Whatever it or its encoder throws costs this event and is counted;
	 * nothing reaches the caller.
	 */
	void append(ILoggingEvent event) {
		if (EventGuard.refuses(event)) {
			return;
		}
		try {
			if (this.filter.test(event)) {
				encodeAndAccept(event);
			}
		}
		catch (Throwable ex) {
			this.engine.drop(DropCause.ENCODER_FAILED, event.getTimeStamp(), EncoderFailure.describe(event, ex));
			this.reporter.encoderFailed(ex);
		}
	}

	private void encodeAndAccept(ILoggingEvent event) {
		Destination destination = this.router.destination(event);
		byte[] message = MessageText.lawful(this.encoder.encode(event));
		if (this.messageLength.allows(message)) {
			accept(destination, event, message);
			return;
		}
		List<byte[]> replacements = this.messageLength.replace(message);
		if (replacements.isEmpty()) {
			this.engine.drop(DropCause.OVERSIZE, event.getTimeStamp(), message);
			this.reporter.oversizeDropped(event.getLoggerName(), message.length);
		}
		replacements.forEach((part) -> accept(destination, event, part));
	}

	private void accept(Destination destination, ILoggingEvent event, byte[] message) {
		this.engine.accept(destination, severity(event.getLevel()), event.getTimeStamp(), message);
	}

	private static Severity severity(Level level) {
		if (level.levelInt >= Level.WARN_INT) {
			return Severity.HIGH;
		}
		return (level.levelInt >= Level.INFO_INT) ? Severity.NORMAL : Severity.LOW;
	}

	DeliveryEngine engine() {
		return this.engine;
	}

	/**
	 * Returns what of its numbers the appender's {@link EarlierRuns} hold, which guard
	 * it.
	 */
	Balance booked() {
		return this.booked;
	}

	void setBooked(Balance booked) {
		this.booked = booked;
	}

	FlushResult drain() {
		FlushResult result = this.engine.flush(this.exitBudget.remaining());
		this.exitBudget.spend(result.took());
		return result;
	}

	void stop() {
		Duration remaining = this.exitBudget.remaining();
		this.engine.stop(remaining);
		this.reporter.close();
		this.encoder.stop();
	}

}
