package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.StatusUtil;
import io.github.cloudwatchlogging.delivery.DeliveryEngine;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.ledger.Account;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.options.BatchOptions;
import io.github.cloudwatchlogging.logback.options.BufferOptions;
import io.github.cloudwatchlogging.logback.options.CreateOptions;
import io.github.cloudwatchlogging.logback.options.CredentialsOptions;
import io.github.cloudwatchlogging.logback.options.EntityOptions;
import io.github.cloudwatchlogging.logback.options.RetryOptions;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Logback's appender for Amazon CloudWatch Logs. A log call encodes its event and copies
 * it into a buffer; the engine's threads do everything else. Thread-safe once started.
 * Can be stopped and started again.
 */
public final class CloudWatchAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private final StatusReporter reporter = new StatusReporter(this);

	private final AppenderOptions options = new AppenderOptions();

	private @Nullable AppenderSettings settings;

	private @Nullable Encoder<ILoggingEvent> encoder;

	private volatile @Nullable EventPipeline running;

	private final List<DeliveryEngine> stoppedEngines = new CopyOnWriteArrayList<>();

	private final Account eventsWhileStopped = new Account();

	/**
	 * Sets all settings at once, in place of the options of a configuration file.
	 * @param settings the settings
	 */
	public void setSettings(AppenderSettings settings) {
		this.settings = settings;
	}

	/**
	 * Sets how an event becomes a message. Without one it becomes JSON.
	 * @param encoder the encoder; started with the appender if it is not running
	 */
	public void setEncoder(Encoder<ILoggingEvent> encoder) {
		this.encoder = encoder;
	}

	/**
	 * Sets the log group's name, a template.
	 * @param group the value
	 */
	public void setGroup(String group) {
		this.options.group = group;
	}

	/**
	 * Sets the log stream's name, a template.
	 * @param stream the value
	 */
	public void setStream(String stream) {
		this.options.stream = stream;
	}

	/**
	 * Sets what {@code {application}} stands for.
	 * @param application the value
	 */
	public void setApplication(String application) {
		this.options.application = application;
	}

	/**
	 * Sets the AWS Region's code; without one the SDK's default chain decides.
	 * @param region the value
	 */
	public void setRegion(String region) {
		this.options.region = region;
	}

	/**
	 * Sets another endpoint than the Region's own, as a URI.
	 * @param endpoint the value
	 */
	public void setEndpoint(String endpoint) {
		this.options.endpoint = endpoint;
	}

	/**
	 * Sets fixed credentials; without them the SDK's default chain decides.
	 * @param credentials the value
	 */
	public void setCredentials(CredentialsOptions credentials) {
		this.options.credentials = credentials;
	}

	/**
	 * Sets when a batch is complete.
	 * @param batch the value
	 */
	public void setBatch(BatchOptions batch) {
		this.options.batch = batch;
	}

	/**
	 * Sets the bound on memory.
	 * @param buffer the value
	 */
	public void setBuffer(BufferOptions buffer) {
		this.options.buffer = buffer;
	}

	/**
	 * Sets how long to wait between attempts.
	 * @param retry the value
	 */
	public void setRetry(RetryOptions retry) {
		this.options.retry = retry;
	}

	/**
	 * Sets what becomes of an event that is too long: {@code truncate}, {@code split} or
	 * {@code drop}.
	 * @param oversize the value
	 */
	public void setOversize(String oversize) {
		this.options.oversize = oversize;
	}

	/**
	 * Sets where events go that are lost: {@code none} or {@code console}.
	 * @param fallback the value
	 */
	public void setFallback(String fallback) {
		this.options.fallback = fallback;
	}

	/**
	 * Sets what is created when it is missing.
	 * @param create the value
	 */
	public void setCreate(CreateOptions create) {
		this.options.create = create;
	}

	/**
	 * Sets the entity that the events come from.
	 * @param entity the value
	 */
	public void setEntity(EntityOptions entity) {
		this.options.entity = entity;
	}

	/**
	 * Sets how many calls may be under way at once.
	 * @param concurrency the value
	 */
	public void setConcurrency(int concurrency) {
		this.options.concurrency = concurrency;
	}

	/**
	 * Sets how events go over the wire: {@code none} or {@code gzip}.
	 * @param compression the value
	 */
	public void setCompression(String compression) {
		this.options.compression = compression;
	}

	/**
	 * Sets how many destinations may be open at once.
	 * @param maxDestinations the value
	 */
	public void setMaxDestinations(int maxDestinations) {
		this.options.maxDestinations = maxDestinations;
	}

	/**
	 * Sets how long one call to the service may take, such as {@code 30 seconds}.
	 * @param apiTimeout the value
	 */
	public void setApiTimeout(ch.qos.logback.core.util.Duration apiTimeout) {
		this.options.apiTimeout = Duration.ofMillis(apiTimeout.getMilliseconds());
	}

	/**
	 * Sets how long stopping may take, such as {@code 10 seconds}.
	 * @param shutdownTimeout the value
	 */
	public void setShutdownTimeout(ch.qos.logback.core.util.Duration shutdownTimeout) {
		this.options.shutdownTimeout = Duration.ofMillis(shutdownTimeout.getMilliseconds());
	}

	@Override
	public synchronized void start() {
		if (isStarted()) {
			return;
		}
		try {
			start((this.settings != null) ? this.settings : this.options.toSettings(getContext()));
			super.start();
		}
		catch (InvalidSettingException ex) {
			addError("Cannot start the appender: " + ex.getMessage(), ex);
		}
	}

	private void start(AppenderSettings settings) {
		showWarningsOnConsole(getContext());
		this.running = new EventPipeline(settings, (event) -> getFilterChainDecision(event) != FilterReply.DENY,
				startedEncoder(), this.reporter);
	}

	private static void showWarningsOnConsole(Context context) {
		if (!StatusUtil.contextHasStatusListener(context)) {
			WarningsOnConsole listener = new WarningsOnConsole();
			listener.setContext(context);
			if (context.getStatusManager().add(listener)) {
				listener.start();
			}
		}
	}

	private Encoder<ILoggingEvent> startedEncoder() {
		Encoder<ILoggingEvent> encoder = this.encoder;
		if (encoder == null) {
			encoder = new JsonEventEncoder();
		}
		if (encoder.getContext() == null) {
			encoder.setContext(getContext());
		}
		if (!encoder.isStarted()) {
			encoder.start();
		}
		return encoder;
	}

	/**
	 * Takes an event. In place of the inherited method, because that one loses the events
	 * of a stopped appender without a count, and hands exceptions to the caller's status
	 * twice at most.
	 */
	@Override
	public void doAppend(ILoggingEvent event) {
		EventPipeline current = this.running;
		if (current != null) {
			current.append(event);
		}
		else {
			countWhileStopped();
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		doAppend(event);
	}

	private void countWhileStopped() {
		synchronized (this.eventsWhileStopped) {
			this.eventsWhileStopped.accept();
			this.eventsWhileStopped.drop(DropCause.STOPPED);
		}
	}

	/**
	 * Sends all that is pending and waits until the service answered for it.
	 * @param timeout how long to wait at most
	 * @return what was delivered and what is left; nothing at all if the appender is not
	 * running
	 */
	public FlushResult flush(Duration timeout) {
		EventPipeline current = this.running;
		return (current != null) ? current.engine().flush(timeout) : FlushResult.NOTHING;
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
		this.stoppedEngines.add(current.engine());
		this.running = null;
		super.stop();
	}

	/**
	 * Returns where all events are that this appender was given, those of earlier runs
	 * included.
	 * @return a snapshot that balances
	 */
	public DeliverySnapshot snapshot() {
		EventPipeline current = this.running;
		DeliverySnapshot snapshot = (current != null) ? current.engine().snapshot() : DeliverySnapshot.EMPTY;
		for (DeliveryEngine engine : this.stoppedEngines) {
			snapshot = (current == null || engine != current.engine()) ? snapshot.plusStopped(engine.snapshot())
					: snapshot;
		}
		synchronized (this.eventsWhileStopped) {
			return snapshot.plus(this.eventsWhileStopped.balance(0));
		}
	}

}
