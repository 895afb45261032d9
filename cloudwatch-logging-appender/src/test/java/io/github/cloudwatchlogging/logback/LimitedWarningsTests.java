package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link LimitedWarnings}.
 */
class LimitedWarningsTests {

	private final AtomicLong clock = new AtomicLong();

	private final List<String> told = new ArrayList<>();

	private final LimitedWarnings warnings = new LimitedWarnings(this.told::add, this.clock::get);

	@Test
	void tellsTenInAMinuteAndThenHowManyItDidNot() {
		warn(15);
		assertThat(this.told).hasSize(10).allMatch("warning"::equals);
		this.clock.addAndGet(Duration.ofMinutes(1).toNanos());
		warn(1);
		assertThat(this.told).hasSize(11);
		assertThat(this.told.get(10)).isEqualTo("warning (5 more warnings of this kind were not told)");
	}

	@Test
	void tellsTheRestAtTheEndOnce() {
		warn(12);
		this.warnings.close();
		this.warnings.close();
		assertThat(this.told).hasSize(11);
		assertThat(this.told.get(10)).isEqualTo("(2 more warnings of this kind were not told)");
	}

	@Test
	void saysNothingAtTheEndWhereAllWasTold() {
		warn(3);
		this.warnings.close();
		assertThat(this.told).hasSize(3);
	}

	private void warn(int times) {
		for (int time = 0; time < times; time++) {
			this.warnings.warn("warning");
		}
	}

}
