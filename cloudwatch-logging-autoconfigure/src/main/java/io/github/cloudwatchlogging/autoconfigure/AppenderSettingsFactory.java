package io.github.cloudwatchlogging.autoconfigure;

import java.net.URI;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.agent.config.AgentConnection;
import io.github.cloudwatchlogging.aws.AssumedRole;
import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.aws.Credentials;
import io.github.cloudwatchlogging.aws.OwnClient;
import io.github.cloudwatchlogging.logback.AgentMode;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.ApplicationInfo;
import io.github.cloudwatchlogging.logback.EventVariables;
import io.github.cloudwatchlogging.logback.MetadataSettings;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliveryMode;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.Paths;
import io.github.cloudwatchlogging.settings.RetrySettings;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * From properties to the appender's settings.
 */
final class AppenderSettingsFactory {

	private AppenderSettingsFactory() {
	}

	static AppenderSettings create(CloudWatchLogsProperties properties, Environment environment,
			ClientSource clientSource) {
		return create(properties, environment, clientSource, properties.mode());
	}

	/**
	 * Returns the configuration of the CloudWatch agent with which the application would
	 * go, whatever its mode.
	 */
	static AgentConfiguration agentConfiguration(CloudWatchLogsProperties properties, Environment environment) {
		AgentConfiguration configuration = create(properties, environment, new OwnClient(client(properties)),
				DeliveryMode.AGENT)
			.agentConfiguration();
		return Objects.requireNonNull(configuration, "no files");
	}

	private static AppenderSettings create(CloudWatchLogsProperties properties, Environment environment,
			ClientSource clientSource, DeliveryMode mode) {
		ApplicationInfo application = application(properties, environment);
		AgentMode agent = (mode == DeliveryMode.AGENT) ? agent(properties, application, environment) : null;
		return new AppenderSettings(routing(properties, application, environment, agent != null),
				new MetadataSettings(properties.metadata().timeout(), environment::getProperty), properties.oversize(),
				properties.fallback(), delivery(properties), clientSource, entity(properties.entity()),
				properties.shutdown().timeout(), EventFormats.create(properties), agent);
	}

	private static AgentMode agent(CloudWatchLogsProperties properties, ApplicationInfo application,
			Environment environment) {
		AgentMode.refuseUnreadable("format", properties.format());
		for (int index = 0; index < properties.routes().size(); index++) {
			String format = EventFormats.nameOfRoute(properties.routes().get(index));
			if (format != null) {
				AgentMode.refuseUnreadable("routes[" + index + "].format", format);
			}
		}
		CloudWatchLogsProperties.Agent agent = properties.agent();
		AgentSettings settings = new AgentSettings(Paths.of("agent.directory", agent.directory()), agent.fileName(),
				agent.roll(), agent.maxSize().toBytes(), agent.maxAge(),
				(agent.configFile() != null) ? Paths.of("agent.config-file", agent.configFile()) : null);
		URI endpoint = properties.endpoint();
		return AgentMode.of(settings, application, environment::getProperty, new AgentConnection(properties.region(),
				(endpoint != null) ? endpoint.toString() : null, properties.credentials().roleArn()));
	}

	private static Routing routing(CloudWatchLogsProperties properties, ApplicationInfo application,
			Environment environment, boolean forAgent) {
		Routing.Builder routing = EventVariables
			.routing(application, environment::getProperty, forAgent, properties.group(), properties.stream())
			.level(level(properties.level()))
			.loggers(properties.loggers().include(), properties.loggers().exclude());
		for (int index = 0; index < properties.routes().size(); index++) {
			CloudWatchLogsProperties.Route route = properties.routes().get(index);
			routing.route(route.loggers(), level(route.level()), route.group(), route.stream(),
					EventFormats.ofRoute(properties, index), route.proceed());
		}
		return routing.build();
	}

	private static ApplicationInfo application(CloudWatchLogsProperties properties, Environment environment) {
		String[] active = environment.getActiveProfiles();
		String profile = String.join("-", (active.length > 0) ? active : environment.getDefaultProfiles());
		return new ApplicationInfo(environment.getProperty("spring.application.name"), profile,
				environment.getProperty("spring.application.version"), client(properties, environment).region(),
				properties.credentials().roleArn());
	}

	private static @Nullable Level level(@Nullable LogLevel level) {
		return (level != null) ? Level.toLevel(level.name(), Level.ERROR) : null;
	}

	private static DeliverySettings delivery(CloudWatchLogsProperties properties) {
		BatchSettings batch = new BatchSettings(properties.batch().maxDelay(), bytes(properties.batch().maxSize()),
				properties.batch().maxEvents());
		return new DeliverySettings(batch, buffer(properties.buffer()), spool(properties.spool()),
				properties.delivery().concurrency(),
				new RetrySettings(properties.retry().initialDelay(), properties.retry().maxDelay()),
				create(properties.create()), properties.maxDestinations());
	}

	private static SpoolSettings spool(CloudWatchLogsProperties.Spool spool) {
		return new SpoolSettings(spool.enabled(), Paths.of("spool.directory", spool.directory()),
				spool.maxSize().toBytes(), spool.sync(), spool.syncInterval());
	}

	private static CreateSettings create(CloudWatchLogsProperties.Create create) {
		return new CreateSettings(create.group(), create.stream(), create.retentionDays(), create.kmsKey(),
				create.groupClass(), create.tags(), create.deletionProtection());
	}

	private static EntitySettings entity(CloudWatchLogsProperties.Entity entity) {
		return new EntitySettings(entity.keyAttributes(), entity.attributes());
	}

	private static BufferSettings buffer(CloudWatchLogsProperties.Buffer buffer) {
		return new BufferSettings(buffer.maxSize().toBytes(), buffer.whenFull(), buffer.blockTimeout(),
				buffer.lowLevelThreshold());
	}

	private static int bytes(DataSize size) {
		return (int) Math.min(size.toBytes(), Integer.MAX_VALUE);
	}

	static ClientSettings client(CloudWatchLogsProperties properties, Environment environment) {
		return SpringCloudAws.complete(client(properties), environment);
	}

	static ClientSettings client(CloudWatchLogsProperties properties) {
		CloudWatchLogsProperties.Credentials credentials = properties.credentials();
		return new ClientSettings(properties.region(), properties.endpoint(),
				Credentials.of(credentials.accessKey(), credentials.secretKey(), credentials.sessionToken(),
						credentials.profile()),
				AssumedRole.of(credentials.roleArn(), credentials.roleSessionName(), credentials.externalId()),
				properties.delivery().apiTimeout(), properties.delivery().compression());
	}

}
