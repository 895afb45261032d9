package io.github.cloudwatchlogging.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.event.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link ByteBudget}.
 */
class ByteBudgetTests {

	@Test
	void takesUpToItsBound() {
		ByteBudget memory = new ByteBudget(100, 1, new RoomSignal());
		assertThat(memory.tryReserve(60, Severity.HIGH)).isTrue();
		assertThat(memory.tryReserve(41, Severity.HIGH)).isFalse();
		assertThat(memory.tryReserve(40, Severity.HIGH)).isTrue();
		assertThat(memory.tryReserve(1, Severity.HIGH)).isFalse();
		assertThat(memory.usedBytes()).isEqualTo(100);
		memory.release(60);
		assertThat(memory.usedBytes()).isEqualTo(40);
		assertThat(memory.tryReserve(60, Severity.HIGH)).isTrue();
	}

	@Test
	void keepsRoomForTheEventsThatMatterMost() {
		ByteBudget memory = new ByteBudget(100, 0.8, new RoomSignal());
		assertThat(memory.tryReserve(80, Severity.LOW)).isTrue();
		assertThat(memory.tryReserve(1, Severity.LOW)).isFalse();
		assertThat(memory.tryReserve(10, Severity.NORMAL)).isTrue();
		assertThat(memory.tryReserve(1, Severity.NORMAL)).isFalse();
		assertThat(memory.tryReserve(10, Severity.HIGH)).isTrue();
		assertThat(memory.tryReserve(1, Severity.HIGH)).isFalse();
	}

	@Test
	void wakesWhoWaitsForARelease() throws Exception {
		RoomSignal signal = new RoomSignal();
		ByteBudget memory = new ByteBudget(100, 1, signal);
		memory.tryReserve(100, Severity.HIGH);
		long before = signal.raised();
		ExecutorService waiter = Executors.newSingleThreadExecutor();
		Future<Boolean> released = waiter.submit(() -> signal.await(before, TimeUnit.MINUTES.toNanos(1)));
		memory.release(100);
		assertThat(released.get(30, TimeUnit.SECONDS)).isTrue();
		waiter.shutdown();
		assertThat(signal.await(before, 0)).as("a release that came before").isTrue();
		assertThat(signal.await(signal.raised(), 1)).isFalse();
	}

	@Test
	void neverGrantsMoreThanItsBoundToManyThreads() throws Exception {
		ByteBudget memory = new ByteBudget(1_000, 1, new RoomSignal());
		AtomicLong granted = new AtomicLong();
		AtomicLong mostGranted = new AtomicLong();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<?>> results = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			results.add(threads.submit(() -> {
				for (int round = 0; round < 20_000; round++) {
					int bytes = 100 + round % 400;
					if (memory.tryReserve(bytes, Severity.HIGH)) {
						mostGranted.accumulateAndGet(granted.addAndGet(bytes), Math::max);
						granted.addAndGet(-bytes);
						memory.release(bytes);
					}
				}
			}));
		}
		for (Future<?> result : results) {
			result.get(30, TimeUnit.SECONDS);
		}
		threads.shutdown();
		assertThat(mostGranted.get()).isBetween(100L, 1_000L);
		assertThat(memory.usedBytes()).isZero();
	}

}
