package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MeteredServiceTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	private final AtomicLong clock = new AtomicLong(5_000_000_000L);

	private final CountingMeter meter = new CountingMeter();

	private final ScriptedService service = new ScriptedService();

	private final MeteredService metered = new MeteredService(this.service, this.meter, this.clock::get);

	@Test
	void aCallIsMeasuredByItsSizeItsTimeAndTheAgeOfItsFirstEvent() {
		this.service.script(DESTINATION, () -> after(new Outcome.Delivered()));
		this.metered.putLogEvents(DESTINATION, BatchSlice.pending(batch("one", "seven")));
		assertThat(this.meter.told).containsExactly("2 events, 60 bytes", "DELIVERED after PT0.03S",
				"delivered after PT1.03S");
	}

	@Test
	void aCallThatBringsNothingHasNoLag() {
		this.service.script(DESTINATION, () -> after(
				new Outcome.TryLater(new Trouble(Trouble.Kind.THROTTLED, "ThrottlingException", "Rate exceeded"))));
		this.metered.putLogEvents(DESTINATION, BatchSlice.pending(batch("one")));
		assertThat(this.meter.told).containsExactly("1 events, 29 bytes", "FAILED after PT0.03S");
	}

	@Test
	void whatACallThrowsIsMeasuredAndThrown() {
		this.service.script(DESTINATION, () -> {
			throw new IllegalStateException("broken");
		});
		BatchSlice events = BatchSlice.pending(batch("one"));
		assertThatIllegalStateException().isThrownBy(() -> this.metered.putLogEvents(DESTINATION, events));
		assertThat(this.meter.told).containsExactly("1 events, 29 bytes", "FAILED after PT0S");
	}

	@Test
	void aBrokenMeterCostsNoCallAndNoOtherMeter() {
		MeterRelay relay = new MeterRelay();
		relay.add(new BrokenMeter());
		relay.add(this.meter);
		new MeteredService(this.service, relay, this.clock::get).putLogEvents(DESTINATION,
				BatchSlice.pending(batch("one")));
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.meter.told).hasSize(3);
		relay.remove(this.meter);
		relay.retryScheduled();
		assertThat(this.meter.told).hasSize(3);
	}

	private Outcome after(Outcome outcome) {
		this.clock.addAndGet(Duration.ofMillis(30).toNanos());
		return outcome;
	}

	private Batch batch(String... messages) {
		HeapStore store = new HeapStore(new ByteBudget(1_000_000, 1, new RoomSignal()));
		Batch batch = new Batch(BatchSettings.DEFAULT, store.open(DESTINATION),
				this.clock.get() - Duration.ofSeconds(1).toNanos());
		for (String message : messages) {
			batch.append(1, MessageBytes.of(message.getBytes(StandardCharsets.UTF_8)), Severity.HIGH);
		}
		batch.seal();
		return batch;
	}

	private static final class BrokenMeter implements DeliveryMeter {

		@Override
		public void putAnswered(PutResult result, long nanos) {
			throw new IllegalStateException("broken");
		}

		@Override
		public void putSized(int events, long bytes) {
			throw new IllegalStateException("broken");
		}

		@Override
		public void delivered(long lagNanos) {
			throw new IllegalStateException("broken");
		}

		@Override
		public void retryScheduled() {
			throw new IllegalStateException("broken");
		}

	}

}
