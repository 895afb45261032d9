package io.github.cloudwatchlogging.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link MemoryBudget}.
 */
class MemoryBudgetTests {

	@Test
	void takesUpToItsBoundAndCountsWhatItRefuses() {
		MemoryBudget memory = new MemoryBudget(100);
		assertThat(memory.tryReserve(60)).isTrue();
		assertThat(memory.tryReserve(41)).isFalse();
		assertThat(memory.tryReserve(40)).isTrue();
		assertThat(memory.tryReserve(1)).isFalse();
		assertThat(memory.usedBytes()).isEqualTo(100);
		assertThat(memory.refused()).isEqualTo(2);
		memory.release(60);
		assertThat(memory.usedBytes()).isEqualTo(40);
		assertThat(memory.tryReserve(60)).isTrue();
	}

	@Test
	void neverGrantsMoreThanItsBoundToManyThreads() throws Exception {
		MemoryBudget memory = new MemoryBudget(1_000);
		AtomicLong granted = new AtomicLong();
		AtomicLong mostGranted = new AtomicLong();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<?>> results = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			results.add(threads.submit(() -> {
				for (int round = 0; round < 20_000; round++) {
					int bytes = 100 + round % 400;
					if (memory.tryReserve(bytes)) {
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
