package io.github.cloudwatchlogging.logback;

import java.time.Duration;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.FallbackPolicy;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.OversizePolicy;
import org.jspecify.annotations.Nullable;

/**
 * All that the appender needs to start.
 *
 * @param routing which events are taken, and where each of them goes
 * @param metadata how to find out what the platform knows
 * @param oversize what becomes of an event that is too long
 * @param fallback where events go that are lost
 * @param delivery how to deliver
 * @param clientSource where the SDK's client comes from; closed when the appender stops,
 * and asked again when it is started again
 * @param entity what the events come from
 * @param shutdownTimeout how long stopping may take; at least zero
 * @param format what the events look like
 * @param agent how to write files for a CloudWatch agent in place of calling the service,
 * or {@code null}
 */
public record AppenderSettings(Routing routing, MetadataSettings metadata, OversizePolicy oversize,
		FallbackPolicy fallback, DeliverySettings delivery, ClientSource clientSource, EntitySettings entity,
		Duration shutdownTimeout, EventFormat format, @Nullable AgentMode agent) {

	/**
	 * The log group of an application that does not say.
	 */
	public static final String DEFAULT_GROUP = "{application}";

	/**
	 * The log stream of an application that does not say: one for each process.
	 */
	public static final String DEFAULT_STREAM = "{hostname}/{pid}";

	/**
	 * How long stopping may take where nobody says.
	 */
	public static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration LONGEST_SHUTDOWN_TIMEOUT = Duration.ofHours(1);

	public AppenderSettings {
		if (shutdownTimeout.isNegative() || shutdownTimeout.compareTo(LONGEST_SHUTDOWN_TIMEOUT) > 0) {
			throw new InvalidSettingException("shutdown.timeout", shutdownTimeout,
					"It must lie between 0 and one hour.", "Choose a value in that range.");
		}
		if (agent != null && oversize == OversizePolicy.SPLIT) {
			throw new InvalidSettingException("oversize", "split",
					"Parts of an event have no time, and a CloudWatch agent reads it from the line.",
					"Choose truncate or drop, or set mode to direct.");
		}
	}

	/**
	 * Creates settings for calls to the service.
	 * @param routing which events are taken, and where each of them goes
	 * @param metadata how to find out what the platform knows
	 * @param oversize what becomes of an event that is too long
	 * @param fallback where events go that are lost
	 * @param delivery how to deliver
	 * @param clientSource where the SDK's client comes from
	 * @param entity what the events come from
	 * @param shutdownTimeout how long stopping may take; at least zero
	 * @param format what the events look like
	 */
	public AppenderSettings(Routing routing, MetadataSettings metadata, OversizePolicy oversize,
			FallbackPolicy fallback, DeliverySettings delivery, ClientSource clientSource, EntitySettings entity,
			Duration shutdownTimeout, EventFormat format) {
		this(routing, metadata, oversize, fallback, delivery, clientSource, entity, shutdownTimeout, format, null);
	}

	/**
	 * Returns these settings with another format.
	 * @param other what the events look like
	 * @return the settings
	 */
	AppenderSettings withFormat(EventFormat other) {
		return new AppenderSettings(this.routing, this.metadata, this.oversize, this.fallback, this.delivery,
				this.clientSource, this.entity, this.shutdownTimeout, other, this.agent);
	}

	/**
	 * Returns the configuration of the CloudWatch agent that is to read the files.
	 * @return the configuration, or {@code null} where no files are written
	 * @throws InvalidSettingException if something is set that the agent cannot do
	 */
	public @Nullable AgentConfiguration agentConfiguration() {
		return (this.agent != null) ? AgentConfigurations.of(this.agent, this) : null;
	}

}
