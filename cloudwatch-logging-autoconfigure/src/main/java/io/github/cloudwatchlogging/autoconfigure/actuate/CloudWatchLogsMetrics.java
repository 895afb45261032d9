package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.StreamStatus;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
import io.github.cloudwatchlogging.spool.SpoolSnapshot;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;

/**
 * The ledger and the calls as meters. Streams are tags only where somebody asks for it:
 * templates can open any number of them. The balance holds within one scrape, because its
 * meters read one snapshot. Thread-safe.
 */
final class CloudWatchLogsMetrics implements MeterBinder, DisposableBean {

	private static final long SNAPSHOT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	private final CloudWatchAppenders appenders;

	private final boolean perStream;

	private final LongSupplier nanoClock;

	private final List<StreamMeters> streamMeters = new CopyOnWriteArrayList<>();

	private final List<CallMeters> callMeters = new CopyOnWriteArrayList<>();

	private DeliverySnapshot snapshot;

	private long takenNanos;

	CloudWatchLogsMetrics(CloudWatchAppenders appenders, boolean perStream, LongSupplier nanoClock) {
		this.appenders = appenders;
		this.perStream = perStream;
		this.nanoClock = nanoClock;
		this.snapshot = appenders.snapshot();
		this.takenNanos = nanoClock.getAsLong();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		bindEvents(registry);
		bindPending(registry);
		if (snapshot().spool() != null) {
			bindSpool(registry);
		}
		if (this.perStream) {
			StreamMeters streams = new StreamMeters(registry);
			streams.show(snapshot().streams());
			this.streamMeters.add(streams);
		}
		CallMeters calls = new CallMeters(registry);
		this.callMeters.add(calls);
		this.appenders.byName().values().forEach((appender) -> appender.meters().add(calls));
	}

	private void bindEvents(MeterRegistry registry) {
		counter("accepted", "Events that log calls handed over", Balance::accepted).register(registry);
		counter("recovered", "Events that an earlier process had left in the spool", Balance::recovered)
			.register(registry);
		counter("delivered", "Events that the service took", Balance::delivered).register(registry);
		counter("left", "Events that the end left in the spool", Balance::left).register(registry);
		for (RejectCause cause : RejectCause.values()) {
			counter("rejected", "Events that the service left out", (balance) -> balance.rejected(cause))
				.tag("cause", Names.of(cause))
				.register(registry);
		}
		for (DropCause cause : DropCause.values()) {
			counter("dropped", "Events that were given up", (balance) -> balance.dropped(cause))
				.tag("cause", Names.of(cause))
				.register(registry);
		}
	}

	private FunctionCounter.Builder<CloudWatchLogsMetrics> counter(String name, String description,
			ToDoubleFunction<Balance> count) {
		return FunctionCounter
			.builder(CallMeters.PREFIX + name, this, (metrics) -> count.applyAsDouble(metrics.snapshot().balance()))
			.description(description)
			.baseUnit(BaseUnits.EVENTS);
	}

	private void bindPending(MeterRegistry registry) {
		gauge("pending", "Events in the buffer or on their way", BaseUnits.EVENTS,
				(snapshot) -> snapshot.balance().pending())
			.register(registry);
		TimeGauge
			.builder(CallMeters.PREFIX + "pending.age", this, TimeUnit.MILLISECONDS,
					(metrics) -> oldest(metrics.snapshot()).toMillis())
			.description("How long the oldest pending event has waited")
			.register(registry);
		gauge("buffer.used", "Memory that pending batches hold", BaseUnits.BYTES, DeliverySnapshot::bufferUsedBytes)
			.register(registry);
		gauge("buffer.limit", "Bound on the memory of pending batches", BaseUnits.BYTES,
				DeliverySnapshot::bufferLimitBytes)
			.register(registry);
		gauge("streams", "Streams that are open", null, (snapshot) -> snapshot.streams().size()).register(registry);
		gauge("streams.failing", "Streams whose calls fail", null,
				(snapshot) -> snapshot.streams().stream().filter(StreamStatus::isFailing).count())
			.register(registry);
	}

	private static Duration oldest(DeliverySnapshot snapshot) {
		return snapshot.streams()
			.stream()
			.map(StreamStatus::oldestPendingAge)
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	private void bindSpool(MeterRegistry registry) {
		spoolGauge("spool.used", "Size of the files that hold undelivered events", SpoolSnapshot::usedBytes)
			.register(registry);
		spoolGauge("spool.limit", "Bound on the size of the files", SpoolSnapshot::limitBytes).register(registry);
	}

	private Gauge.Builder<CloudWatchLogsMetrics> spoolGauge(String name, String description,
			ToDoubleFunction<SpoolSnapshot> value) {
		return gauge(name, description, BaseUnits.BYTES, (snapshot) -> {
			SpoolSnapshot spool = snapshot.spool();
			return (spool != null) ? value.applyAsDouble(spool) : Double.NaN;
		});
	}

	private Gauge.Builder<CloudWatchLogsMetrics> gauge(String name, String description, @Nullable String unit,
			ToDoubleFunction<DeliverySnapshot> value) {
		return Gauge.builder(CallMeters.PREFIX + name, this, (metrics) -> value.applyAsDouble(metrics.snapshot()))
			.description(description)
			.baseUnit(unit);
	}

	private synchronized DeliverySnapshot snapshot() {
		long nowNanos = this.nanoClock.getAsLong();
		if (nowNanos - this.takenNanos > SNAPSHOT_NANOS) {
			this.snapshot = this.appenders.snapshot();
			this.takenNanos = nowNanos;
			this.streamMeters.forEach((meters) -> meters.show(this.snapshot.streams()));
		}
		return this.snapshot;
	}

	/**
	 * The context and its registry end, the appenders may not.
	 */
	@Override
	public void destroy() {
		this.appenders.byName().values().forEach((appender) -> this.callMeters.forEach(appender.meters()::remove));
	}

}
