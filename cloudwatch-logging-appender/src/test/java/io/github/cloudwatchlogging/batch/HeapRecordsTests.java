package io.github.cloudwatchlogging.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.cloudwatchlogging.batch.EventRecords.Appending;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link HeapRecords}, as a batch fills them.
 */
class HeapRecordsTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	private static final long NOW = 1_800_000_000_000L;

	private final ByteBudget memory = new ByteBudget(64L * 1024 * 1024, 1, new RoomSignal());

	private final HeapStore store = new HeapStore(this.memory);

	@Test
	void eventsOfAllLengthsComeBackInTheOrderOfTheirTimes() {
		Random random = new Random(11);
		for (int round = 0; round < 50; round++) {
			Batch batch = batch();
			List<SentEvent> appended = new ArrayList<>();
			int mostBytes = 1 << random.nextInt(4, 20);
			SentEvent next = event(random, mostBytes);
			while (batch.fits(next.timestamp(), next.message().length())) {
				assertThat(batch.append(next.timestamp(), bytes(next.message()), Severity.HIGH))
					.isEqualTo(Appending.APPENDED);
				appended.add(next);
				next = event(random, mostBytes);
			}
			batch.seal();
			appended.sort((one, other) -> Long.compare(one.timestamp(), other.timestamp()));
			assertThat(SentEvent.of(batch)).isEqualTo(appended);
			batch.release();
			assertThat(this.memory.usedBytes()).isZero();
		}
	}

	@Test
	void aFullBatchLiesInArraysThatACollectorTakesLikeOtherObjects() {
		Batch batch = batch();
		while (batch.fits(NOW, 200)) {
			batch.append(NOW, bytes("x".repeat(200)), Severity.HIGH);
		}
		new BatchSlice(batch, 0, batch.count())
			.forEach((timestamp, buffer, offset, length) -> assertThat(buffer).hasSizeLessThanOrEqualTo(64 * 1024));
	}

	@Test
	void aBatchTakesLittleMoreMemoryThanItsEvents() {
		Batch small = batch();
		small.append(NOW, bytes("x"), Severity.HIGH);
		assertThat(this.memory.usedBytes()).isEqualTo(8 * 1024);
		Batch large = batch();
		for (int index = 0; index < 1_000; index++) {
			large.append(NOW, bytes("x".repeat(500)), Severity.HIGH);
		}
		assertThat(this.memory.usedBytes() - 8 * 1024).isBetween(512_000L, 512_000L + 2 * 64 * 1024);
	}

	private Batch batch() {
		return new Batch(BatchSettings.DEFAULT, this.store.open(DESTINATION), 0);
	}

	private static SentEvent event(Random random, int mostBytes) {
		return new SentEvent(NOW + random.nextInt(1_000),
				random.ints(1 + random.nextInt(mostBytes), 'a', 'z' + 1)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString());
	}

	private static MessageBytes bytes(String text) {
		return MessageBytes.of(text.getBytes(StandardCharsets.UTF_8));
	}

}
