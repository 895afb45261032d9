package io.github.cloudwatchlogging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.util.Duration;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.options.AgentOptions;
import io.github.cloudwatchlogging.logback.options.BatchOptions;
import io.github.cloudwatchlogging.logback.options.BufferOptions;
import io.github.cloudwatchlogging.logback.options.CreateOptions;
import io.github.cloudwatchlogging.logback.options.CredentialsOptions;
import io.github.cloudwatchlogging.logback.options.Durations;
import io.github.cloudwatchlogging.logback.options.EntityOptions;
import io.github.cloudwatchlogging.logback.options.JsonOptions;
import io.github.cloudwatchlogging.logback.options.LoggersOptions;
import io.github.cloudwatchlogging.logback.options.RetryOptions;
import io.github.cloudwatchlogging.logback.options.RouteOptions;
import io.github.cloudwatchlogging.logback.options.SpoolOptions;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file, or code, may set on {@link CloudWatchAppender}. Joran finds
 * an option by the name of its setter. Not thread-safe: an appender is configured before
 * it starts, and a change takes effect when it starts again.
 */
public abstract class ConfigurableAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private @Nullable AppenderOptions options;

	private @Nullable AppenderSettings settings;

	private @Nullable Encoder<ILoggingEvent> encoder;

	/**
	 * For {@link CloudWatchAppender} alone.
	 */
	ConfigurableAppender() {
	}

	// An appender that is given all its settings at once needs none of their classes.
	private AppenderOptions options() {
		if (this.options == null) {
			this.options = new AppenderOptions();
		}
		return this.options;
	}

	/**
	 * Returns what was set, checked.
	 * @return the settings to start with
	 * @throws InvalidSettingException if an option can never work
	 */
	final AppenderSettings configuredSettings() {
		AppenderSettings configured = (this.settings != null) ? this.settings : options().toSettings(getContext());
		if (this.encoder == null) {
			return configured;
		}
		options().format.refuseBesideAnEncoder();
		return configured.withFormat(EventFormat.of(this.encoder));
	}

	/**
	 * Sets all settings at once, in place of the options of a configuration file.
	 * @param settings the settings
	 */
	public final void setSettings(AppenderSettings settings) {
		this.settings = settings;
	}

	/**
	 * Sets how an event becomes a message, in place of a format.
	 * @param encoder the encoder; started with the appender if it is not running
	 */
	public final void setEncoder(Encoder<ILoggingEvent> encoder) {
		this.encoder = encoder;
	}

	/**
	 * Sets the log group's name, a template.
	 * @param group the value
	 */
	public final void setGroup(String group) {
		options().routing.group = group;
	}

	/**
	 * Sets the log stream's name, a template.
	 * @param stream the value
	 */
	public final void setStream(String stream) {
		options().routing.stream = stream;
	}

	/**
	 * Sets the least level of the events that are taken.
	 * @param level the value
	 */
	public final void setLevel(String level) {
		options().routing.level = level;
	}

	/**
	 * Sets whose events are taken.
	 * @param loggers the value
	 */
	public final void setLoggers(LoggersOptions loggers) {
		options().routing.loggers = loggers;
	}

	/**
	 * Adds a route for the events of some loggers: {@code <route>}. The first that takes
	 * an event keeps it, unless its events are to go on.
	 * @param route the value
	 */
	public final void addRoute(RouteOptions route) {
		options().routing.routes.add(route);
	}

	/**
	 * Sets how long a platform has to tell what names have of it, such as
	 * {@code 2 seconds}.
	 * @param metadataTimeout the value
	 */
	public final void setMetadataTimeout(Duration metadataTimeout) {
		options().metadataTimeout = Durations.of(metadataTimeout);
	}

	/**
	 * Sets what {@code {profile}} stands for.
	 * @param profile the value
	 */
	public final void setProfile(String profile) {
		options().routing.profile = profile;
	}

	/**
	 * Sets what {@code {version}} stands for.
	 * @param version the value
	 */
	public final void setVersion(String version) {
		options().routing.version = version;
	}

	/**
	 * Sets what {@code {application}} stands for.
	 * @param application the value
	 */
	public final void setApplication(String application) {
		options().routing.application = application;
	}

	/**
	 * Sets the AWS Region's code; without one the SDK's default chain decides.
	 * @param region the value
	 */
	public final void setRegion(String region) {
		options().region = region;
	}

	/**
	 * Sets another endpoint than the Region's own, as a URI.
	 * @param endpoint the value
	 */
	public final void setEndpoint(String endpoint) {
		options().endpoint = endpoint;
	}

	/**
	 * Sets fixed credentials; without them the SDK's default chain decides.
	 * @param credentials the value
	 */
	public final void setCredentials(CredentialsOptions credentials) {
		options().credentials = credentials;
	}

	/**
	 * Sets when a batch is complete.
	 * @param batch the value
	 */
	public final void setBatch(BatchOptions batch) {
		options().batch = batch;
	}

	/**
	 * Sets the bound on memory.
	 * @param buffer the value
	 */
	public final void setBuffer(BufferOptions buffer) {
		options().buffer = buffer;
	}

	/**
	 * Sets whether undelivered events are kept in files.
	 * @param spool the value
	 */
	public final void setSpool(SpoolOptions spool) {
		options().spool = spool;
	}

	/**
	 * Sets how events reach the service: {@code direct} or {@code agent}.
	 * @param mode the value
	 */
	public final void setMode(String mode) {
		options().mode = mode;
	}

	/**
	 * Sets the files that a CloudWatch agent reads.
	 * @param agent the value
	 */
	public final void setAgent(AgentOptions agent) {
		options().agent = agent;
	}

	/**
	 * Sets how long to wait between attempts.
	 * @param retry the value
	 */
	public final void setRetry(RetryOptions retry) {
		options().retry = retry;
	}

	/**
	 * Sets what becomes of an event that is too long: {@code truncate}, {@code split} or
	 * {@code drop}.
	 * @param oversize the value
	 */
	public final void setOversize(String oversize) {
		options().oversize = oversize;
	}

	/**
	 * Sets where events go that are lost: {@code none} or {@code console}.
	 * @param fallback the value
	 */
	public final void setFallback(String fallback) {
		options().fallback = fallback;
	}

	/**
	 * Sets what is created when it is missing.
	 * @param create the value
	 */
	public final void setCreate(CreateOptions create) {
		options().create = create;
	}

	/**
	 * Sets the entity that the events come from.
	 * @param entity the value
	 */
	public final void setEntity(EntityOptions entity) {
		options().entity = entity;
	}

	/**
	 * Sets what events look like: {@code json} or {@code text}.
	 * @param format the value
	 */
	public final void setFormat(String format) {
		options().format.format = format;
	}

	/**
	 * Sets the pattern of the format {@code text}, as Logback's layouts have it.
	 * @param pattern the value
	 */
	public final void setPattern(String pattern) {
		options().format.pattern = pattern;
	}

	/**
	 * Sets what the format {@code json} is made of.
	 * @param json the value
	 */
	public final void setJson(JsonOptions json) {
		options().format.json = json;
	}

	/**
	 * Sets how many calls may be under way at once.
	 * @param concurrency the value
	 */
	public final void setConcurrency(int concurrency) {
		options().concurrency = concurrency;
	}

	/**
	 * Sets how events go over the wire: {@code none} or {@code gzip}.
	 * @param compression the value
	 */
	public final void setCompression(String compression) {
		options().compression = compression;
	}

	/**
	 * Sets how many destinations may be open at once.
	 * @param maxDestinations the value
	 */
	public final void setMaxDestinations(int maxDestinations) {
		options().maxDestinations = maxDestinations;
	}

	/**
	 * Sets how long one call to the service may take, such as {@code 30 seconds}.
	 * @param apiTimeout the value
	 */
	public final void setApiTimeout(Duration apiTimeout) {
		options().apiTimeout = Durations.of(apiTimeout);
	}

	/**
	 * Sets how long stopping may take, such as {@code 10 seconds}.
	 * @param shutdownTimeout the value
	 */
	public final void setShutdownTimeout(Duration shutdownTimeout) {
		options().shutdownTimeout = Durations.of(shutdownTimeout);
	}

}
