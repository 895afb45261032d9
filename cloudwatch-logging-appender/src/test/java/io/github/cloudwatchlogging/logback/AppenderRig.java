package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.FallbackPolicy;
import io.github.cloudwatchlogging.settings.OversizePolicy;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An appender at a logger of a context of its own, which is stopped after each test. What
 * it sends stays in memory.
 */
final class AppenderRig implements AfterEachCallback {

	final LoggerContext context = new LoggerContext();

	final CapturingClient client = new CapturingClient();

	final CloudWatchAppender appender = new CloudWatchAppender();

	final Logger logger = this.context.getLogger("com.example.shop.Order");

	AppenderRig() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.logger.addAppender(this.appender);
		this.appender.setContext(this.context);
		this.appender.setName("CLOUDWATCH");
	}

	void start(String group, String stream) {
		start(this.client, BatchSettings.DEFAULT, group, stream);
	}

	void start(CapturingClient client, BatchSettings batch, String group, String stream) {
		this.appender.setSettings(settings(client, batch, group, stream, Duration.ofSeconds(1)));
		this.appender.start();
		assertThat(this.appender.isStarted()).isTrue();
	}

	static AppenderSettings settings(CapturingClient client, BatchSettings batch, String group, String stream,
			Duration shutdownTimeout) {
		DeliverySettings delivery = new DeliverySettings(batch, BufferSettings.DEFAULT, 1, RetrySettings.DEFAULT,
				CreateSettings.DEFAULT);
		Routing routing = new Routing.Builder(
				EventVariables.catalog(new ApplicationInfo("shop", null, null, null, null), (key) -> null), group,
				stream)
			.build();
		return new AppenderSettings(routing, new MetadataSettings(MetadataSettings.DEFAULT_TIMEOUT, (key) -> null),
				OversizePolicy.TRUNCATE, FallbackPolicy.NONE, delivery, client, EntitySettings.NONE, shutdownTimeout,
				EventFormat.DEFAULT);
	}

	List<Status> statuses(int level) {
		return this.context.getStatusManager()
			.getCopyOfStatusList()
			.stream()
			.filter((status) -> status.getLevel() == level)
			.toList();
	}

	@Override
	public void afterEach(ExtensionContext test) {
		this.context.stop();
	}

}
