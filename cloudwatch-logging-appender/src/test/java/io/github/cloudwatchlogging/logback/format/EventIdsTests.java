package io.github.cloudwatchlogging.logback.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link EventIds}.
 */
class EventIdsTests {

	private final AtomicLong now = new AtomicLong(1_800_000_000_007L);

	private final EventIds ids = new EventIds(this.now::get);

	@Test
	void areUuidsOfVersionSevenWithTheTimeInFront() {
		UUID id = UUID.fromString(this.ids.next());
		assertThat(id.version()).isEqualTo(7);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(this.now.get());
	}

	@Test
	void haveTheOrderInWhichTheyWereMadeWhateverTheClockDoes() {
		List<String> made = new ArrayList<>();
		for (int index = 0; index < 20_000; index++) {
			made.add(this.ids.next());
			if (index % 5_000 == 4_999) {
				this.now.addAndGet((index > 10_000) ? -3_600_000 : 2);
			}
		}
		assertThat(made).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void areUniqueOverThreads() throws InterruptedException {
		List<List<String>> made = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		List<Thread> threads = made.stream().map((list) -> new Thread(() -> {
			for (int index = 0; index < 10_000; index++) {
				list.add(this.ids.next());
			}
		})).toList();
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(made).allSatisfy((list) -> assertThat(list).isSorted());
		HashSet<String> all = new HashSet<>();
		made.forEach(all::addAll);
		assertThat(all).hasSize(30_000);
	}

	@Test
	void ofTwoProcessesDiffer() {
		assertThat(new EventIds(this.now::get).next()).isNotEqualTo(this.ids.next());
	}

	@Test
	void standInEachEvent() {
		Events events = new Events();
		JsonEventEncoder encoder = new JsonEventEncoder(Events.withEventId());
		String first = Events.JACKSON.readTree(encoder.encode(events.event("x", null))).get("eventId").stringValue();
		String second = Events.JACKSON.readTree(encoder.encode(events.event("x", null))).get("eventId").stringValue();
		assertThat(first).hasSize(36).isLessThan(second);
	}

}
