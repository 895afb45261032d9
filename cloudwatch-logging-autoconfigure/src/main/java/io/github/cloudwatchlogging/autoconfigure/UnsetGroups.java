package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Agent;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Batch;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Buffer;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Console;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Create;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Credentials;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Delivery;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Entity;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Fields;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Json;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Loggers;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Mask;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Metadata;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Retry;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Shutdown;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.Spool;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsProperties.StackTrace;
import io.github.cloudwatchlogging.aws.Compression;
import io.github.cloudwatchlogging.settings.PassThrough;
import io.github.cloudwatchlogging.settings.SpoolSync;
import io.github.cloudwatchlogging.settings.WhenFull;

import org.springframework.util.unit.DataSize;

/**
 * Groups of properties of which none is set. Spring Boot would make them from the
 * annotations, as it does where some are set; reading and converting those takes longer
 * than anything else when the appender is attached.
 */
final class UnsetGroups {

	static final Credentials CREDENTIALS = new Credentials(null, null, null, null, null, null, null);

	static final Loggers LOGGERS = new Loggers(List.of(), List.of());

	static final Metadata METADATA = new Metadata(Duration.ofSeconds(2));

	static final Batch BATCH = new Batch(Duration.ofSeconds(5), DataSize.ofMegabytes(1), 10_000);

	static final Buffer BUFFER = new Buffer(DataSize.ofMegabytes(64), WhenFull.DROP_NEWEST, Duration.ofSeconds(1), 0.8);

	static final Agent AGENT = new Agent("cloudwatch-agent-logs", "{application}-{hostname}-{pid}", Duration.ofHours(1),
			DataSize.ofGigabytes(1), Duration.ofDays(3), null);

	static final Spool SPOOL = new Spool(false, "cloudwatch-logs-spool", DataSize.ofGigabytes(1), SpoolSync.NONE,
			Duration.ofSeconds(1));

	static final Delivery DELIVERY = new Delivery(8, Duration.ofSeconds(30), Compression.NONE);

	static final Retry RETRY = new Retry(Duration.ofMillis(500), Duration.ofSeconds(30));

	static final Create CREATE = new Create(true, true, null, null, null, Map.of(), false);

	static final Entity ENTITY = new Entity(Map.of(), Map.of());

	static final Shutdown SHUTDOWN = new Shutdown(Duration.ofSeconds(10));

	static final Json JSON = new Json(Map.of(), new Fields(List.of(), List.of(), Map.of()),
			new Fields(List.of(), List.of(), Map.of()), new StackTrace(false, null, null, List.of()),
			new Mask(List.of(), List.of(), List.of(), "***"), PassThrough.NONE, false);

	static final Console CONSOLE = new Console(false);

	private UnsetGroups() {
	}

}
