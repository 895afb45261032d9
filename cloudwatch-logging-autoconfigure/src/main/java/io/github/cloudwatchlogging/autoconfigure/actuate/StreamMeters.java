package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.cloudwatchlogging.delivery.StreamStatus;
import io.github.cloudwatchlogging.event.AccountIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;

/**
 * The streams as meters of one registry, as long as they are open.
 */
final class StreamMeters {

	private static final String PREFIX = CallMeters.PREFIX + "stream.";

	private final MultiGauge pending;

	private final MultiGauge age;

	private final MultiGauge failing;

	StreamMeters(MeterRegistry registry) {
		this.pending = MultiGauge.builder(PREFIX + "pending")
			.description("Events of a stream in the buffer or on their way")
			.baseUnit(BaseUnits.EVENTS)
			.register(registry);
		this.age = MultiGauge.builder(PREFIX + "pending.age")
			.description("How long a stream's oldest pending event has waited")
			.baseUnit("seconds")
			.register(registry);
		this.failing = MultiGauge.builder(PREFIX + "failing")
			.description("Whether a stream's calls fail: 1, or 0")
			.register(registry);
	}

	void show(List<StreamStatus> streams) {
		show(this.pending, streams, (stream) -> stream.balance().pending());
		show(this.age, streams, (stream) -> stream.oldestPendingAge().toMillis() / 1000.0);
		show(this.failing, streams, (stream) -> stream.isFailing() ? 1 : 0);
	}

	private static void show(MultiGauge gauge, List<StreamStatus> streams, ToDoubleFunction<StreamStatus> value) {
		gauge.register(streams.stream()
			.map((stream) -> MultiGauge.Row.of(Tags.of("group", AccountIds.hide(stream.destination().group()), "stream",
					AccountIds.hide(stream.destination().stream())), value.applyAsDouble(stream)))
			.toList(), true);
	}

}
