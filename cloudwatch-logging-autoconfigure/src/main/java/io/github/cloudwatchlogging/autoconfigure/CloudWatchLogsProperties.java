package io.github.cloudwatchlogging.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.cloudwatchlogging.aws.Compression;
import io.github.cloudwatchlogging.settings.DeliveryMode;
import io.github.cloudwatchlogging.settings.FallbackPolicy;
import io.github.cloudwatchlogging.settings.LogGroupClass;
import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.OversizePolicy;
import io.github.cloudwatchlogging.settings.PassThrough;
import io.github.cloudwatchlogging.settings.SpoolSync;
import io.github.cloudwatchlogging.settings.WhenFull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the appender for Amazon CloudWatch Logs.
 *
 * @param enabled Whether log events are shipped to CloudWatch Logs.
 * @param mode How events reach CloudWatch Logs.
 * @param region AWS Region. Without one, the AWS SDK's default chain decides.
 * @param endpoint Endpoint of the service, in place of the Region's own.
 * @param credentials Where the credentials come from. Without a word on that, the AWS
 * SDK's default chain decides.
 * @param group Log group, with variables in braces.
 * @param stream Log stream, with variables in braces.
 * @param level Least level of events that are shipped, on top of the levels of the
 * loggers.
 * @param loggers Loggers whose events are shipped.
 * @param routes Groups and streams for the events of some loggers. The first route that
 * takes an event keeps it, unless it says "continue".
 * @param metadata What the platform tells for names that have it in them.
 * @param batch When a batch of events is sent.
 * @param buffer Memory for events that are not delivered yet.
 * @param agent Files that a CloudWatch agent reads, where the mode is agent.
 * @param spool Files for events that are to survive the process.
 * @param maxDestinations Most streams that are open at once. The least recently used ones
 * are sent and closed.
 * @param oversize What becomes of an event that is longer than a batch takes.
 * @param fallback Where events go that are dropped or refused.
 * @param delivery Calls to the service.
 * @param retry Waits between two attempts at one batch.
 * @param create What is created when the service says that it is missing.
 * @param entity What the events come from, as CloudWatch relates them to other telemetry.
 * @param shutdown End of the application.
 * @param format What an event looks like. A known format such as text or ecs, or the name
 * of a StructuredLogFormatter class.
 * @param pattern Pattern of the format text, as Logback has it.
 * @param json What an event is made of in our own format.
 * @param console What people read on the console.
 */
@Lazy
@ConfigurationProperties("cloudwatch.logs")
public record CloudWatchLogsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("direct") DeliveryMode mode,
		@Nullable String region, @Nullable URI endpoint, Credentials credentials,
		@DefaultValue("{application}") String group, @DefaultValue("{hostname}/{pid}") String stream,
		@Nullable LogLevel level, Loggers loggers, List<Route> routes, Metadata metadata, Batch batch, Buffer buffer,
		Agent agent, Spool spool, @DefaultValue("100") int maxDestinations,
		@DefaultValue("truncate") OversizePolicy oversize, @DefaultValue("none") FallbackPolicy fallback,
		Delivery delivery, Retry retry, Create create, Entity entity, Shutdown shutdown,
		@DefaultValue("json") String format, @Nullable String pattern, Json json, Console console) {

	public CloudWatchLogsProperties {
		credentials = Objects.requireNonNullElse(credentials, UnsetGroups.CREDENTIALS);
		loggers = Objects.requireNonNullElse(loggers, UnsetGroups.LOGGERS);
		routes = Objects.requireNonNullElse(routes, List.of());
		metadata = Objects.requireNonNullElse(metadata, UnsetGroups.METADATA);
		batch = Objects.requireNonNullElse(batch, UnsetGroups.BATCH);
		buffer = Objects.requireNonNullElse(buffer, UnsetGroups.BUFFER);
		agent = Objects.requireNonNullElse(agent, UnsetGroups.AGENT);
		spool = Objects.requireNonNullElse(spool, UnsetGroups.SPOOL);
		delivery = Objects.requireNonNullElse(delivery, UnsetGroups.DELIVERY);
		retry = Objects.requireNonNullElse(retry, UnsetGroups.RETRY);
		create = Objects.requireNonNullElse(create, UnsetGroups.CREATE);
		entity = Objects.requireNonNullElse(entity, UnsetGroups.ENTITY);
		shutdown = Objects.requireNonNullElse(shutdown, UnsetGroups.SHUTDOWN);
		json = Objects.requireNonNullElse(json, UnsetGroups.JSON);
		console = Objects.requireNonNullElse(console, UnsetGroups.CONSOLE);
	}

	/**
	 * Where the credentials come from.
	 *
	 * @param accessKey Access key id.
	 * @param secretKey Secret access key.
	 * @param sessionToken Session token of temporary credentials.
	 * @param profile Profile in the AWS files of the machine.
	 * @param roleArn ARN of a role that is assumed with the credentials. Needs the
	 * dependency software.amazon.awssdk:sts.
	 * @param roleSessionName Name of the role's session, as CloudTrail shows it.
	 * @param externalId External id that the role's owner asks for.
	 */
	public record Credentials(@Nullable String accessKey, @Nullable String secretKey, @Nullable String sessionToken,
			@Nullable String profile, @Nullable String roleArn, @Nullable String roleSessionName,
			@Nullable String externalId) {

		/**
		 * Returns a text without any of the values.
		 */
		@Override
		public String toString() {
			return "Credentials[...]";
		}

	}

	/**
	 * Loggers whose events are shipped. A name means the logger and all below it, a star
	 * in it any characters.
	 *
	 * @param include Loggers whose events are shipped. Without one, all.
	 * @param exclude Loggers whose events are not shipped all the same.
	 */
	public record Loggers(@DefaultValue List<String> include, @DefaultValue List<String> exclude) {

	}

	/**
	 * Group and stream for the events of some loggers.
	 *
	 * @param loggers Loggers whose events take the route. Without one, all.
	 * @param level Least level of its events. Without one, that of all events.
	 * @param group Log group, with variables in braces. Without one, that of all events.
	 * @param stream Log stream, with variables in braces. Without one, that of all
	 * events.
	 * @param format What its events look like. Without one, like all events.
	 * @param pattern Pattern of the format text.
	 * @param proceed Whether its events go on to the routes behind it, and at last to
	 * where all others go.
	 */
	public record Route(@DefaultValue List<String> loggers, @Nullable LogLevel level, @Nullable String group,
			@Nullable String stream, @Nullable String format, @Nullable String pattern,
			@Name("continue") @DefaultValue("false") boolean proceed) {

	}

	/**
	 * What the platform tells for names that have it in them.
	 *
	 * @param timeout Longest time that EC2, ECS or Kubernetes has for its answer.
	 */
	public record Metadata(@DefaultValue("2s") Duration timeout) {

	}

	/**
	 * When a batch of events is sent.
	 *
	 * @param maxDelay Longest time that an event waits for others.
	 * @param maxSize Most bytes in one batch, counted as the service does.
	 * @param maxEvents Most events in one batch.
	 */
	public record Batch(@DefaultValue("5s") Duration maxDelay, @DefaultValue("1MB") DataSize maxSize,
			@DefaultValue("10000") int maxEvents) {

	}

	/**
	 * Memory for events that are not delivered yet.
	 *
	 * @param maxSize Most memory, over all streams together.
	 * @param whenFull What a log call does where there is no room for its event.
	 * @param blockTimeout Longest time that a log call waits for room, where it is to
	 * block.
	 * @param lowLevelThreshold Share of the buffer from which on it takes no more TRACE
	 * and DEBUG events. It takes INFO until half of the rest is used, and WARN and ERROR
	 * until it is full.
	 */
	public record Buffer(@DefaultValue("64MB") DataSize maxSize, @DefaultValue("drop-newest") WhenFull whenFull,
			@DefaultValue("1s") Duration blockTimeout, @DefaultValue("0.8") double lowLevelThreshold) {

	}

	/**
	 * Files that a CloudWatch agent reads.
	 *
	 * @param directory Where the files are, in a directory for each log stream.
	 * @param fileName How the names of the files begin, with variables in braces.
	 * @param roll How long one file is written, in whole hours.
	 * @param maxSize Most room that all files of the directory take.
	 * @param maxAge Longest time for which a file is kept.
	 * @param configFile Where the configuration of the CloudWatch agent is written when
	 * the application starts.
	 */
	public record Agent(@DefaultValue("cloudwatch-agent-logs") String directory,
			@DefaultValue("{application}-{hostname}-{pid}") String fileName, @DefaultValue("1h") Duration roll,
			@DefaultValue("1GB") DataSize maxSize, @DefaultValue("3d") Duration maxAge, @Nullable String configFile) {

	}

	/**
	 * Files for events that are to survive the process.
	 *
	 * @param enabled Whether undelivered events are kept in files, where they survive the
	 * process.
	 * @param directory Where the files are; must be the application user's own.
	 * @param maxSize Most room that the files of this process take.
	 * @param sync What the files survive.
	 * @param syncInterval How often the files are written to the device where that is
	 * done by interval.
	 */
	public record Spool(@DefaultValue("false") boolean enabled, @DefaultValue("cloudwatch-logs-spool") String directory,
			@DefaultValue("1GB") DataSize maxSize, @DefaultValue("none") SpoolSync sync,
			@DefaultValue("1s") Duration syncInterval) {

	}

	/**
	 * Calls to the service.
	 *
	 * @param concurrency Most calls under way at once.
	 * @param apiTimeout Longest time that one call may take.
	 * @param compression How events go over the wire. A client bean of your own
	 * compresses or not, as you built it.
	 */
	public record Delivery(@DefaultValue("8") int concurrency, @DefaultValue("30s") Duration apiTimeout,
			@DefaultValue("none") Compression compression) {

	}

	/**
	 * Waits between two attempts at one batch.
	 *
	 * @param initialDelay Bound of the random wait after the first failure. It doubles
	 * with each further one.
	 * @param maxDelay Bound that doubling never exceeds.
	 */
	public record Retry(@DefaultValue("500ms") Duration initialDelay, @DefaultValue("30s") Duration maxDelay) {

	}

	/**
	 * What is created when the service says that it is missing. A group that exists is
	 * never changed.
	 *
	 * @param group Whether log groups are created.
	 * @param stream Whether log streams are created.
	 * @param retentionDays Days for which a new group keeps its events. Without a number,
	 * for ever.
	 * @param kmsKey ARN of the KMS key that encrypts a new group.
	 * @param groupClass Class of a new group, which can never be changed.
	 * @param tags Tags of a new group.
	 * @param deletionProtection Whether a new group is protected from deletion.
	 */
	public record Create(@DefaultValue("true") boolean group, @DefaultValue("true") boolean stream,
			@Nullable Integer retentionDays, @Nullable String kmsKey, @Nullable LogGroupClass groupClass,
			@DefaultValue Map<String, String> tags, @DefaultValue("false") boolean deletionProtection) {

	}

	/**
	 * What the events come from, as CloudWatch relates them to other telemetry.
	 *
	 * @param keyAttributes What identifies the entity. Two to four of Type, ResourceType,
	 * Identifier, Name and Environment.
	 * @param attributes What else is known of the entity.
	 */
	public record Entity(@DefaultValue Map<String, String> keyAttributes,
			@DefaultValue Map<String, String> attributes) {

	}

	/**
	 * End of the application.
	 *
	 * @param timeout Longest time that the end of the application waits for delivery.
	 */
	public record Shutdown(@DefaultValue("10s") Duration timeout) {

	}

	/**
	 * What an event is made of in our own format.
	 *
	 * @param staticFields Members that all events have.
	 * @param mdc Members that the entries of the MDC become.
	 * @param keyValues Members that the key-value pairs become.
	 * @param stackTrace How much of a stack trace is written.
	 * @param mask What is replaced before an event is encoded.
	 * @param passThrough Which messages become the event as they are, if they are objects
	 * already.
	 * @param eventId Whether each event has a unique member eventId.
	 */
	public record Json(@DefaultValue Map<String, String> staticFields, @DefaultValue Fields mdc,
			@DefaultValue Fields keyValues, @DefaultValue StackTrace stackTrace, @DefaultValue Mask mask,
			@DefaultValue("none") PassThrough passThrough, @DefaultValue("false") boolean eventId) {

	}

	/**
	 * Which entries become members, and under which names.
	 *
	 * @param include Keys that become members, with * for any text. Without any, all do.
	 * @param exclude Keys that become none, with * for any text.
	 * @param rename Names of members, by key.
	 */
	public record Fields(@DefaultValue List<String> include, @DefaultValue List<String> exclude,
			@DefaultValue Map<String, String> rename) {

	}

	/**
	 * How much of a stack trace is written.
	 *
	 * @param rootCauseFirst Whether the innermost cause comes first.
	 * @param maxDepth Most frames of each exception.
	 * @param maxLength Most characters of the whole.
	 * @param excludeFrames Beginnings of the frames that are left out, such as a package.
	 */
	public record StackTrace(@DefaultValue("false") boolean rootCauseFirst, @Nullable Integer maxDepth,
			@Nullable Integer maxLength, @DefaultValue List<String> excludeFrames) {

	}

	/**
	 * What is replaced before an event is encoded.
	 *
	 * @param names Members whose whole value is replaced, in any case, with * for any
	 * text.
	 * @param patterns Regular expressions of what is replaced wherever a text has it.
	 * @param presets What is known already and replaced wherever a text has it.
	 * @param replacement What takes the place of what is found.
	 */
	public record Mask(@DefaultValue List<String> names, @DefaultValue List<String> patterns,
			@DefaultValue List<MaskPreset> presets, @DefaultValue("***") String replacement) {

	}

	/**
	 * What people read on the console.
	 *
	 * @param extras Whether key-value pairs and MDC stand behind each message.
	 */
	public record Console(@DefaultValue("false") boolean extras) {

	}

}
