package io.github.cloudwatchlogging.logback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Logback's appender for Amazon CloudWatch Logs. A log call encodes its event and copies
 * it into a buffer; the engine's threads do everything else. Thread-safe once started.
 * Can be stopped and started again.
 */
public final class CloudWatchAppender extends ConfigurableAppender {

	private final StatusReporter reporter = new StatusReporter(this);

	private volatile @Nullable EventPipeline running;

	private final EarlierRuns earlierRuns = new EarlierRuns();

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
		writeAgentConfiguration(settings);
		this.running = new EventPipeline(settings, (event) -> getFilterChainDecision(event) != FilterReply.DENY,
				new Encoders(configuredEncoder(settings.format()), settings.routing(), getContext()), this.reporter);
	}

	// Checked in any case: what the agent cannot do must not wait until somebody asks for
	// its configuration.
	private void writeAgentConfiguration(AppenderSettings settings) {
		AgentConfiguration configuration = settings.agentConfiguration();
		Path file = (settings.agent() != null) ? settings.agent().settings().configFile() : null;
		if (configuration == null || file == null) {
			return;
		}
		try {
			configuration.writeTo(file);
		}
		catch (IOException ex) {
			addWarn("Cannot write the CloudWatch agent's configuration to agent.config-file = " + file
					+ ", which stays as it is: " + ex);
		}
	}

	/**
	 * Takes an event. In place of the inherited method, because that one loses the events
	 * of a stopped appender without a count, and hands exceptions to the caller's status
	 * twice at most.
	 */
	@Override
	public void doAppend(ILoggingEvent event) {
		EventPipeline current = this.running;
		if (current == null) {
			this.earlierRuns.dropStopped();
			return;
		}
		current.append(event);
		if (this.running != current) {
			// It stopped meanwhile, and its numbers may have been taken without this
			// event.
			this.earlierRuns.addLate(current);
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
	 * Sends all that is pending because the application, or a part of it, ends. Takes its
	 * time from the shutdown timeout, which all drains of one exit and {@link #stop()}
	 * share.
	 * @return what was delivered and what is left; nothing at all if the appender is not
	 * running
	 */
	public FlushResult drain() {
		EventPipeline current = this.running;
		return (current != null) ? current.drain() : FlushResult.NOTHING;
	}

	/**
	 * Delivers what is pending, for at most the shutdown timeout, and stops. Says through
	 * Logback's status what was left.
	 */
	@Override
	public synchronized void stop() {
		EventPipeline current = this.running;
		if (current == null) {
			return;
		}
		current.stop();
		synchronized (this.earlierRuns) {
			this.running = null;
			this.earlierRuns.add(current);
		}
		super.stop();
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
