package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link BufferWatch}.
 */
class BufferWatchTests {

	private static final long QUIET_NANOS = 100;

	private final AtomicLong dropped = new AtomicLong();

	private final RecordingListener listener = new RecordingListener();

	private final BufferWatch watch = new BufferWatch(this.dropped::get, this.listener, QUIET_NANOS);

	@Test
	void tellsNothingWhileThereIsRoom() {
		this.watch.look(0);
		this.watch.look(1_000);
		this.watch.close();
		assertThat(this.listener.told()).isEmpty();
	}

	@Test
	void tellsTheTotalOfEachTimeByItself() {
		refuse(2);
		this.watch.look(0);
		refuse(1);
		this.watch.look(50);
		this.watch.look(149);
		assertThat(this.listener.told()).containsExactly("full");
		this.watch.look(150);
		this.watch.look(1_000);
		assertThat(this.listener.told()).containsExactly("full", "room 3");
		refuse(4);
		this.watch.look(2_000);
		this.watch.look(2_100);
		assertThat(this.listener.told()).containsExactly("full", "room 3", "full", "room 4");
	}

	@Test
	void tellsTheTotalOfATimeThatHasNotEnded() {
		refuse(1);
		this.watch.look(0);
		refuse(2);
		this.watch.close();
		assertThat(this.listener.told()).containsExactly("full", "room 3");
	}

	private void refuse(int events) {
		this.dropped.addAndGet(events);
	}

}
