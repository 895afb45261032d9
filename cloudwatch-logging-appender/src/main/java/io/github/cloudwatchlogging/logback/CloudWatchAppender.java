package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import io.github.cloudwatchlogging.aws.Connection;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.delivery.MeterRelay;
import io.github.cloudwatchlogging.delivery.TroubleRelay;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Logback's appender for Amazon CloudWatch Logs. A log call encodes its event and copies
 * it into a buffer; the engine's threads do everything else. Thread-safe once started.
 * Can be stopped and started again, and suspended meanwhile without losing events.
 */
public final class CloudWatchAppender extends ConfigurableAppender {

	private final TroubleRelay troubles = new TroubleRelay();

	private final StatusReporter reporter = new StatusReporter(this, this.troubles);

	private volatile @Nullable EventPipeline running;

	private volatile @Nullable HeldEvents held;

	private final EarlierRuns earlierRuns = new EarlierRuns();

	private final MeterRelay meters = new MeterRelay();

	private final LambdaNotice lambdaNotice = new LambdaNotice();

	@Override
	public synchronized void start() {
		try {
			startOrThrow();
		}
		catch (InvalidSettingException ex) {
			addError("Cannot start the appender: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Starts the appender, unless it is running.
	 * @throws InvalidSettingException if a setting can never work, which {@link #start()}
	 * reports as an error to Logback's status
	 */
	public synchronized void startOrThrow() {
		if (!isStarted()) {
			start(configuredSettings());
			super.start();
		}
	}

	private void start(AppenderSettings settings) {
		WarningsOnConsole.showUnlessHeard(getContext());
		this.lambdaNotice.giveOnce(settings.metadata().properties(), this::addWarn);
		AgentConfigurationFile.write(settings, this::addWarn);
		this.running = new EventPipeline(settings, (event) -> getFilterChainDecision(event) != FilterReply.DENY,
				new Encoders(settings, getContext()), this.reporter, this.meters);
	}

	/**
	 * Takes an event. In place of the inherited method, because that one loses the events
	 * of a stopped appender without a count, and hands exceptions to the caller's status
	 * twice at most.
	 */
	@Override
	public void doAppend(ILoggingEvent event) {
		if (this.held != null && hold(event)) {
			return;
		}
		EventPipeline current = this.running;
		if (current == null) {
			if (!hold(event)) {
				this.earlierRuns.dropStopped();
			}
			return;
		}
		current.append(event);
		if (this.running != current) {
			// It stopped meanwhile, and its numbers may have been taken without this
			// event.
			this.earlierRuns.addLate(current);
		}
	}

	/**
	 * Keeps an event while the appender is suspended; returns whether that is all there
	 * is to do with it.
	 */
	private boolean hold(ILoggingEvent event) {
		HeldEvents holding = this.held;
		if (holding == null) {
			return false;
		}
		if (EventGuard.refuses(event)) {
			return true;
		}
		HeldEvents.Answer answer = take(holding, event);
		if (answer == HeldEvents.Answer.FULL) {
			this.earlierRuns.dropStopped();
		}
		return answer != HeldEvents.Answer.RELEASED;
	}

	private HeldEvents.Answer take(HeldEvents holding, ILoggingEvent event) {
		try {
			return holding.take(event);
		}
		catch (Throwable ex) {
			// An argument's own failure, as the encoder would meet it.
			this.reporter.encoderFailed(ex);
			return HeldEvents.Answer.FULL;
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		doAppend(event);
	}

	/**
	 * Sends all that is pending and waits until the service answered for it.
	 * @param timeout how long to wait at most
	 * @return what was delivered and what is left; nothing at all if the appender is not
	 * running
	 */
	public FlushResult flush(Duration timeout) {
		EventPipeline current = this.running;
		return (current != null) ? current.flush(timeout) : FlushResult.NOTHING;
	}

	/**
	 * Begins to send all that is pending; returns how to wait for it, for so long from
	 * now on.
	 */
	Function<Duration, FlushResult> beginFlush() {
		EventPipeline current = this.running;
		return (current != null) ? current.beginFlush() : (timeout) -> FlushResult.NOTHING;
	}

	/**
	 * Sends what is pending for one destination and waits until the service answered for
	 * it.
	 * @param destination the log group and stream
	 * @param timeout how long to wait at most
	 * @return what was delivered and what is left; nothing at all if the appender is not
	 * running
	 */
	public FlushResult flush(Destination destination, Duration timeout) {
		EventPipeline current = this.running;
		return (current != null) ? current.flush(destination, timeout) : FlushResult.NOTHING;
	}

	/**
	 * Sends all that is pending because the application, or a part of it, ends. Takes its
	 * time from the shutdown timeout, which all drains of one exit and {@link #stop()}
	 * share.
	 * @return what was delivered and what is left; nothing at all if the appender is not
	 * running
	 */
	public FlushResult drain() {
		return beginDrain().get();
	}

	/**
	 * Begins to send all that is pending because the application ends; returns how to
	 * wait for it.
	 */
	Supplier<FlushResult> beginDrain() {
		EventPipeline current = this.running;
		return (current != null) ? current.beginDrain() : () -> FlushResult.NOTHING;
	}

	/**
	 * Delivers what is pending, for at most the shutdown timeout, and ends all threads,
	 * calls and files, as is needed before a checkpoint of the process. What is logged
	 * from now on is kept, up to 10,000 events, until {@link #resume()} or
	 * {@link #stop()}. Does nothing if the appender is not running.
	 */
	public synchronized void suspend() {
		EventPipeline current = this.running;
		if (current != null) {
			this.held = new HeldEvents();
			end(current);
		}
	}

	/**
	 * Goes on after {@link #suspend()}. Does nothing if the appender is not suspended.
	 * @throws InvalidSettingException if it can no longer work as it is set; what was
	 * kept is then dropped and counted
	 */
	public synchronized void resume() {
		HeldEvents holding = this.held;
		if (holding == null) {
			return;
		}
		try {
			start(configuredSettings());
		}
		catch (InvalidSettingException ex) {
			super.stop();
			throw ex;
		}
		finally {
			EventPipeline current = this.running;
			holding.release((current != null) ? current::append : (event) -> this.earlierRuns.dropStopped());
			this.held = null;
		}
	}

	/**
	 * Delivers what is pending, for at most the shutdown timeout, and stops. Says through
	 * Logback's status what was left.
	 */
	@Override
	public synchronized void stop() {
		try {
			resume();
		}
		catch (InvalidSettingException ex) {
			addWarn("Stopped with events that were logged while the appender was suspended: " + ex.getMessage());
		}
		EventPipeline current = this.running;
		if (current != null) {
			end(current);
			super.stop();
		}
	}

	private void end(EventPipeline current) {
		current.stop();
		synchronized (this.earlierRuns) {
			this.running = null;
			this.earlierRuns.add(current);
		}
	}

	/**
	 * Returns what it runs with.
	 * @return the settings in force, or {@code null} if it is not running
	 */
	public @Nullable AppenderSettings settings() {
		EventPipeline current = this.running;
		return (current != null) ? current.settings() : null;
	}

	/**
	 * Returns where it sends.
	 * @return what is known of it, which is nothing until it has sent
	 */
	public Connection connection() {
		EventPipeline current = this.running;
		return (current != null) ? current.connection() : Connection.UNKNOWN;
	}

	/**
	 * Returns where those register who measure the calls. It stays the same when the
	 * appender is stopped and started again.
	 * @return the meters
	 */
	public MeterRelay meters() {
		return this.meters;
	}

	/**
	 * Returns where those register who want to hear when delivery breaks and recovers. It
	 * stays the same when the appender is stopped and started again.
	 * @return the troubles
	 */
	public TroubleRelay troubles() {
		return this.troubles;
	}

	/**
	 * Returns where all events are that this appender was given, those of earlier runs
	 * included.
	 * @return a snapshot that balances
	 */
	public DeliverySnapshot snapshot() {
		synchronized (this.earlierRuns) {
			EventPipeline current = this.running;
			return this.earlierRuns.addTo((current != null) ? current.snapshot() : DeliverySnapshot.EMPTY);
		}
	}

}
