package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.awaitility.Awaitility.await;

/**
 * Engines with their real threads: stopped after each test, which fails if a thread is
 * left.
 */
final class StartedEngines implements AfterEachCallback {

	static final Duration LONG = Duration.ofSeconds(30);

	final RecordingListener listener = new RecordingListener();

	final HangingService hanging = new HangingService();

	private final List<DeliveryEngine> engines = new ArrayList<>();

	/**
	 * Starts an engine whose batches wait for a flush, or an hour.
	 */
	DeliveryEngine start(LogsService service) {
		return start(service, this.listener, Duration.ofHours(1), 1_000);
	}

	DeliveryEngine start(LogsService service, DeliveryListener listener, Duration maxDelay, int maxEvents) {
		return start(
				new DeliverySettings(new BatchSettings(maxDelay, 1_048_576, maxEvents), BufferSettings.DEFAULT, 2,
						new RetrySettings(Duration.ofMinutes(1), Duration.ofHours(1)), CreateSettings.DEFAULT),
				service, listener, Fallback.NONE);
	}

	DeliveryEngine start(DeliverySettings settings, LogsService service, DeliveryListener listener, Fallback fallback) {
		DeliveryEngine engine = DeliveryEngine.start(settings, service, listener, fallback, DeliveryMeter.NONE);
		this.engines.add(engine);
		return engine;
	}

	static void log(DeliveryEngine engine, Destination destination, String... messages) {
		for (String message : messages) {
			engine.accept(destination, Severity.HIGH, System.currentTimeMillis(),
					MessageBytes.of(message.getBytes(StandardCharsets.UTF_8)));
		}
	}

	static List<Thread> threads() {
		return Thread.getAllStackTraces().keySet().stream().filter(DeliveryThread.class::isInstance).toList();
	}

	@Override
	public void afterEach(ExtensionContext test) {
		this.hanging.release();
		this.engines.forEach((engine) -> engine.stop(Duration.ZERO));
		await().atMost(LONG).until(() -> threads().isEmpty());
	}

}
