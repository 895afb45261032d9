package io.github.cloudwatchlogging.logback;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

import ch.qos.logback.core.Context;
import io.github.cloudwatchlogging.agent.config.AgentConnection;
import io.github.cloudwatchlogging.aws.AssumedRole;
import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.Compression;
import io.github.cloudwatchlogging.aws.OwnClient;
import io.github.cloudwatchlogging.logback.options.AgentOptions;
import io.github.cloudwatchlogging.logback.options.BatchOptions;
import io.github.cloudwatchlogging.logback.options.BufferOptions;
import io.github.cloudwatchlogging.logback.options.CreateOptions;
import io.github.cloudwatchlogging.logback.options.CredentialsOptions;
import io.github.cloudwatchlogging.logback.options.EntityOptions;
import io.github.cloudwatchlogging.logback.options.RetryOptions;
import io.github.cloudwatchlogging.logback.options.SpoolOptions;
import io.github.cloudwatchlogging.settings.Choices;
import io.github.cloudwatchlogging.settings.DeliveryMode;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.FallbackPolicy;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.OversizePolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file sets on the appender, before it is checked.
 */
final class AppenderOptions {

	final RoutingOptions routing = new RoutingOptions();

	Duration metadataTimeout = MetadataSettings.DEFAULT_TIMEOUT;

	@Nullable String region;

	@Nullable String endpoint;

	CredentialsOptions credentials = new CredentialsOptions();

	String mode = DeliveryMode.DIRECT.name();

	AgentOptions agent = new AgentOptions();

	BatchOptions batch = new BatchOptions();

	BufferOptions buffer = new BufferOptions();

	SpoolOptions spool = new SpoolOptions();

	RetryOptions retry = new RetryOptions();

	CreateOptions create = new CreateOptions();

	String oversize = OversizePolicy.TRUNCATE.name();

	String fallback = FallbackPolicy.NONE.name();

	EntityOptions entity = new EntityOptions();

	FormatOptions format = new FormatOptions();

	int concurrency = DeliverySettings.DEFAULT.concurrency();

	int maxDestinations = DeliverySettings.DEFAULT.maxDestinations();

	String compression = ClientSettings.DEFAULT.compression().name();

	Duration apiTimeout = ClientSettings.DEFAULT.apiTimeout();

	Duration shutdownTimeout = AppenderSettings.DEFAULT_SHUTDOWN_TIMEOUT;

	AppenderSettings toSettings(Context context) {
		UnaryOperator<@Nullable String> properties = (key) -> {
			String value = context.getProperty(key);
			return (value != null) ? value : System.getProperty(key);
		};
		AssumedRole role = this.credentials.toRole();
		ClientSettings client = new ClientSettings(this.region, endpoint(), this.credentials.toCredentials(), role,
				this.apiTimeout, Compression.of(this.compression));
		DeliverySettings delivery = new DeliverySettings(this.batch.toSettings(), this.buffer.toSettings(),
				this.spool.toSettings(), this.concurrency, this.retry.toSettings(), this.create.toSettings(),
				this.maxDestinations);
		ApplicationInfo application = this.routing.application(this.region, role);
		AgentMode agentMode = agentMode(application, properties);
		return new AppenderSettings(this.routing.toRouting(application, agentMode != null, this.format, properties),
				new MetadataSettings(this.metadataTimeout, properties),
				Choices.of("oversize", this.oversize, OversizePolicy.class),
				Choices.of("fallback", this.fallback, FallbackPolicy.class), delivery, new OwnClient(client),
				this.entity.toSettings(), this.shutdownTimeout, this.format.toFormat(), agentMode);
	}

	private @Nullable AgentMode agentMode(ApplicationInfo application, UnaryOperator<@Nullable String> properties) {
		if (Choices.of("mode", this.mode, DeliveryMode.class) == DeliveryMode.DIRECT) {
			return null;
		}
		this.format.refuseUnreadableForAgent(this.routing.routes);
		return AgentMode.of(this.agent.toSettings(), application, properties,
				new AgentConnection(this.region, this.endpoint, application.roleArn()));
	}

	private @Nullable URI endpoint() {
		try {
			return (this.endpoint != null) ? URI.create(this.endpoint) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidSettingException("endpoint", String.valueOf(this.endpoint), "It is no URI.",
					"Write it like http://127.0.0.1:4566.", ex);
		}
	}

}
