package io.github.cloudwatchlogging.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.ApplicationInfo;
import io.github.cloudwatchlogging.logback.EventVariables;
import io.github.cloudwatchlogging.logback.MetadataSettings;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.FallbackPolicy;
import io.github.cloudwatchlogging.settings.OversizePolicy;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import io.github.cloudwatchlogging.settings.SpoolSync;
import io.github.cloudwatchlogging.settings.WhenFull;
import io.github.cloudwatchlogging.template.VariableCatalog;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/**
 * A service in this process that takes everything at once.
 */
final class ImmediateService implements CloudWatchLogsClient, ClientSource {

	private static final PutLogEventsResponse TAKEN = PutLogEventsResponse.builder().build();

	/**
	 * Returns the settings of an appender that sends to such a service, with room for all
	 * events of a burst.
	 * @param spool the directory to keep undelivered events in, or {@code null} for
	 * memory
	 */
	static AppenderSettings settings(@Nullable Path spool) {
		return settings(spool, SpoolSync.NONE);
	}

	/**
	 * Returns the same settings, with what the spool is to survive.
	 */
	static AppenderSettings settings(@Nullable Path spool, SpoolSync sync) {
		VariableCatalog<ILoggingEvent> variables = EventVariables.catalog(ApplicationInfo.UNKNOWN, (key) -> null);
		BufferSettings buffer = new BufferSettings(256L * 1024 * 1024, WhenFull.DROP_NEWEST, Duration.ofSeconds(1), 1);
		SpoolSettings spoolSettings = new SpoolSettings(spool != null, (spool != null) ? spool : Path.of("none"),
				SpoolSettings.DEFAULT.maxBytes(), sync, Duration.ofSeconds(1));
		DeliverySettings defaults = DeliverySettings.DEFAULT;
		DeliverySettings delivery = new DeliverySettings(defaults.batch(), buffer, spoolSettings,
				defaults.concurrency(), defaults.retry(), defaults.create(), defaults.maxDestinations());
		return new AppenderSettings(new Routing.Builder(variables, "benchmark", "benchmark").build(),
				new MetadataSettings(MetadataSettings.DEFAULT_TIMEOUT, (key) -> null), OversizePolicy.TRUNCATE,
				FallbackPolicy.NONE, delivery, new ImmediateService(), EntitySettings.NONE, Duration.ofMinutes(1),
				EventFormat.DEFAULT);
	}

	@Override
	public CloudWatchLogsClient client() {
		return this;
	}

	@Override
	public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
		return TAKEN;
	}

	@Override
	public String serviceName() {
		return "logs";
	}

	@Override
	public void close() {
	}

}
