package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.agent.files.AgentFiles;
import io.github.cloudwatchlogging.aws.AwsLogsService;
import io.github.cloudwatchlogging.aws.Connection;
import io.github.cloudwatchlogging.delivery.DeliveryEngine;
import io.github.cloudwatchlogging.delivery.DeliveryMeter;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.delivery.Fallback;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.delivery.FlushUnderWay;
import io.github.cloudwatchlogging.delivery.LogsService;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.MessageText;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.format.EventEncoder;
import io.github.cloudwatchlogging.logback.routing.Route;
import io.github.cloudwatchlogging.logback.routing.Router;
import io.github.cloudwatchlogging.metadata.Metadata;
import io.github.cloudwatchlogging.settings.FallbackPolicy;

/**
 * An event's way from the log call to the engine: filter, destination, encoding, length.
 * Exists from the appender's start to its stop. Thread-safe.
 */
final class EventPipeline {

	private final AppenderSettings settings;

	private final LogsService service;

	private final Predicate<ILoggingEvent> filter;

	private final Router router;

	private final DestinationNames names;

	private final Encoders encoders;

	private final MessageLength messageLength;

	private final DeliveryEngine engine;

	private final ExitBudget exitBudget;

	private final StatusReporter reporter;

	private Balance booked = Balance.ZERO;

	EventPipeline(AppenderSettings settings, Predicate<ILoggingEvent> filter, Encoders encoders,
			StatusReporter reporter, DeliveryMeter meter) {
		this.settings = settings;
		this.filter = filter;
		this.router = new Router(settings.routing());
		Metadata metadata = metadata(settings, reporter);
		this.names = new DestinationNames(metadata);
		reporter.setNames(this.names);
		this.encoders = encoders;
		this.messageLength = new MessageLength(settings.oversize(), maxMessageBytes(settings));
		this.exitBudget = new ExitBudget(settings.shutdownTimeout(), System::nanoTime);
		this.reporter = reporter;
		this.service = service(settings);
		this.engine = DeliveryEngine.start(settings.delivery(), new NamedLogsService(this.service, this.names),
				reporter, fallback(settings.fallback(), this.names), meter);
		metadata.read(settings.routing().lateVariables());
	}

	private static int maxMessageBytes(AppenderSettings settings) {
		int ofABatch = settings.delivery().batch().maxMessageBytes();
		return (settings.agent() != null) ? Math.min(ofABatch, AgentFiles.MAX_MESSAGE_BYTES) : ofABatch;
	}

	private static LogsService service(AppenderSettings settings) {
		AgentMode agent = settings.agent();
		if (agent == null) {
			return new AwsLogsService(settings.clientSource(), settings.delivery().create(), settings.entity());
		}
		return AgentFiles.open(agent.settings(), agent.fileStem(), settings.routing().fixedDestinations(),
				InstantSource.system());
	}

	private static Metadata metadata(AppenderSettings settings, StatusReporter reporter) {
		return Metadata.ofThisProcess(settings.metadata().properties(),
				(variable) -> variable.equals("instance") ? HostName.get() : null, settings.metadata().timeout(),
				(work, name) -> new DeliveryThread(work, name).start(), reporter::metadataUnknown);
	}

	private static Fallback fallback(FallbackPolicy policy, DestinationNames names) {
		return switch (policy) {
			case NONE -> Fallback.NONE;
			case CONSOLE -> new NamedFallback(Fallback.console(), names);
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
			List<Route> routes = this.router.routes(event);
			if (!routes.isEmpty() && this.filter.test(event)) {
				encodeAndAccept(event, routes);
			}
		}
		catch (Throwable ex) {
			this.engine.drop(DropCause.ENCODER_FAILED, event.getTimeStamp(), EncoderFailure.describe(event, ex));
			this.reporter.encoderFailed(ex);
		}
	}

	private void encodeAndAccept(ILoggingEvent event, List<Route> routes) {
		if (routes.size() == 1) {
			Route route = routes.get(0);
			encodeAndAccept(event, route.destination().resolve(event), this.encoders.of(route));
		}
		else {
			encodeAndAcceptForEach(event, routes);
		}
	}

	private void encodeAndAccept(ILoggingEvent event, Destination destination, Encoder<ILoggingEvent> encoder) {
		byte[] encoded = (encoder instanceof EventEncoder lending)
				? lending.encode(event, (bytes, length) -> tryAccept(destination, event, bytes, length))
				: encoder.encode(event);
		if (encoded == null) {
			return;
		}
		int length = MessageText.lawfulLength(encoded);
		if (length > 0 && this.messageLength.allows(length)) {
			accept(destination, event, MessageBytes.lent(encoded, length));
		}
		else {
			messages(event, encoded).forEach((message) -> accept(destination, event, MessageBytes.of(message)));
		}
	}

	private boolean tryAccept(Destination destination, ILoggingEvent event, byte[] bytes, int length) {
		return this.messageLength.allows(length) && this.engine.tryAccept(destination, severity(event.getLevel()),
				event.getTimeStamp(), MessageBytes.lent(bytes, length));
	}

	private void encodeAndAcceptForEach(ILoggingEvent event, List<Route> routes) {
		List<Destination> before = new ArrayList<>(routes.size());
		Encoder<ILoggingEvent> encoder = null;
		List<byte[]> messages = List.of();
		for (Route route : routes) {
			Destination destination = route.destination().resolve(event);
			if (!before.contains(destination)) {
				before.add(destination);
				if (encoder != this.encoders.of(route)) {
					encoder = this.encoders.of(route);
					messages = messages(event, encoder.encode(event));
				}
				messages.forEach((message) -> accept(destination, event, MessageBytes.of(message)));
			}
		}
	}

	private List<byte[]> messages(ILoggingEvent event, byte[] encoded) {
		byte[] message = MessageText.lawful(encoded);
		if (this.messageLength.allows(message.length)) {
			return List.of(message);
		}
		List<byte[]> replacements = this.messageLength.replace(message);
		if (replacements.isEmpty()) {
			this.engine.drop(DropCause.OVERSIZE, event.getTimeStamp(), message);
			this.reporter.oversizeDropped(event.getLoggerName(), message.length);
		}
		return replacements;
	}

	private void accept(Destination destination, ILoggingEvent event, MessageBytes message) {
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

	AppenderSettings settings() {
		return this.settings;
	}

	Connection connection() {
		return (this.service instanceof AwsLogsService aws) ? aws.connection() : Connection.UNKNOWN;
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

	FlushResult flush(Duration timeout) {
		return beginFlush().apply(timeout);
	}

	/**
	 * Begins a flush; returns how to wait for it, for so long from now on.
	 */
	Function<Duration, FlushResult> beginFlush() {
		FlushUnderWay flush = this.engine.beginFlush();
		return (timeout) -> this.names.shown(flush.await(timeout));
	}

	FlushResult flush(Destination destination, Duration timeout) {
		return this.names
			.shown(this.engine.flush((candidate) -> this.names.shown(candidate).equals(destination), timeout));
	}

	/**
	 * Begins a drain; returns how to wait for it.
	 */
	Supplier<FlushResult> beginDrain() {
		Duration remaining = this.exitBudget.remaining();
		Function<Duration, FlushResult> flush = beginFlush();
		return () -> {
			FlushResult result = flush.apply(remaining);
			this.exitBudget.spend(result.took());
			return result;
		};
	}

	DeliverySnapshot snapshot() {
		return this.names.shown(this.engine.snapshot());
	}

	void stop() {
		Duration remaining = this.exitBudget.remaining();
		this.engine.stop(remaining);
		this.reporter.close();
		this.encoders.stop();
	}

}
