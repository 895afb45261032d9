package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.RejectCause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link ConsoleFallback}. The test holds the clock and the console.
 */
class ConsoleFallbackTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	private static final long TIME = 1_800_000_000_007L;

	private static final Pattern TOTAL = Pattern
		.compile("\\[cloudwatch-logs] (\\d+) more lost events were not printed");

	private final List<String> console = new ArrayList<>();

	private long nowNanos = Long.MAX_VALUE - 10;

	private final ConsoleFallback fallback = new ConsoleFallback(this.console::add, this.nowNanos);

	@Test
	void printsNothingBeforeItsTurn() {
		lose("a message");
		assertThat(this.console).isEmpty();
	}

	@Test
	void printsCauseTimeDestinationAndMessageOnce() {
		this.fallback.lost(RejectCause.TOO_OLD, DESTINATION, TIME, bytes("xx caf\u00E9 xx"), 3, 5);
		turn();
		turn();
		assertThat(this.console)
			.containsExactly("[cloudwatch-logs] TOO_OLD 2027-01-15T08:00:00.007Z group / stream: caf\u00E9");
	}

	@Test
	void printsAnEventThatNeverHadADestination() {
		this.fallback.lost(DropCause.ENCODER_FAILED, null, TIME, bytes("a.Logger: java.lang.Error"), 0, 25);
		turn();
		assertThat(this.console)
			.containsExactly("[cloudwatch-logs] ENCODER_FAILED 2027-01-15T08:00:00.007Z: a.Logger: java.lang.Error");
	}

	@Test
	void keepsTheOrderInWhichEventsWereLost() {
		for (int number = 0; number < 500; number++) {
			lose("message " + number);
		}
		turn();
		for (int number = 0; number < 500; number++) {
			assertThat(this.console.get(number)).endsWith(": message " + number);
		}
	}

	@Test
	void printsNoMoreLinesASecondThanItMay() {
		lose(1_200);
		turn();
		assertThat(this.console).hasSize(ConsoleFallback.MOST_LINES_AT_ONCE);
		advance(Duration.ofMillis(500));
		turn();
		assertThat(this.console).hasSize(ConsoleFallback.MOST_LINES_AT_ONCE + 50);
		advance(Duration.ofMillis(5));
		turn();
		assertThat(this.console).hasSize(ConsoleFallback.MOST_LINES_AT_ONCE + 50);
		advance(Duration.ofMillis(5));
		turn();
		assertThat(this.console).hasSize(ConsoleFallback.MOST_LINES_AT_ONCE + 51);
	}

	@Test
	void tellsHowManyItDidNotPrintOnceTheSeriesHasEnded() {
		lose(10_000);
		int queued = 0;
		while (totals().isEmpty()) {
			advance(Duration.ofSeconds(1));
			turn();
			queued++;
			assertThat(queued).isLessThan(100);
		}
		assertThat(totals()).containsExactly(10_000L - (this.console.size() - 1));
		lose("one more");
		turn();
		turn();
		assertThat(totals()).hasSize(1);
		assertThat(this.console).last().asString().endsWith("one more");
	}

	@Test
	void tellsNoTotalWhileEventsAreBeingLost() {
		for (int second = 0; second < 60; second++) {
			lose(5_000);
			advance(Duration.ofSeconds(1));
			turn();
		}
		assertThat(totals()).isEmpty();
	}

	@Test
	void cutsALongMessageAtACodePoint() {
		lose("x" + "\uD83D\uDE00".repeat(5_000));
		turn();
		assertThat(this.console).singleElement()
			.asString()
			.endsWith(": x" + "\uD83D\uDE00".repeat(2047) + "... [" + (20_001 - 8_189) + " more bytes]");
	}

	@Test
	void isNotMisledByWhatFollowsTheMessageInItsBuffer() {
		byte[] buffer = bytes("xyz");
		buffer[2] = (byte) 0x80;
		this.fallback.lost(DropCause.REFUSED, DESTINATION, TIME, buffer, 0, 2);
		turn();
		assertThat(this.console).singleElement().asString().endsWith(": xy");
	}

	@Test
	void printsAtItsEndWhatItMayAndTellsTheRest() {
		lose(1_200);
		this.fallback.close(this.nowNanos);
		assertThat(this.console).hasSize(ConsoleFallback.MOST_LINES_AT_ONCE + 1);
		assertThat(totals()).containsExactly(200L);
	}

	@Test
	void ignoresWhatIsLostAfterItsEnd() {
		this.fallback.close(this.nowNanos);
		lose("too late");
		turn();
		assertThat(this.console).isEmpty();
	}

	@Test
	void holdsNoMoreBytesThanItMay() {
		for (int number = 0; number < 1_000; number++) {
			lose("x".repeat(ConsoleFallback.MAX_LINE_BYTES));
		}
		this.fallback.close(this.nowNanos);
		assertThat(this.console.stream().mapToInt(String::length).sum()).isBetween(ConsoleFallback.MAX_QUEUED_BYTES / 2,
				ConsoleFallback.MAX_QUEUED_BYTES);
	}

	@Test
	void printsOrCountsEachEventExactlyOnceWhateverTheOrder() {
		Random random = new Random(10);
		int lost = 0;
		for (int step = 0; step < 20_000; step++) {
			switch (random.nextInt(4)) {
				case 0 -> turn();
				case 1 -> advance(Duration.ofMillis(random.nextInt(100)));
				default -> {
					int events = random.nextInt((random.nextInt(100) == 0) ? 2_000 : 4);
					lose(events);
					lost += events;
				}
			}
		}
		this.fallback.close(this.nowNanos);
		assertThat(this.console.size() - totals().size() + totals().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(lost);
	}

	@Test
	void takesLossesOfManyThreadsWhileItPrints() throws Exception {
		int threads = 4;
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		List<Future<?>> losers = new ArrayList<>();
		for (int thread = 0; thread < threads; thread++) {
			losers.add(executor.submit(() -> lose(20_000)));
		}
		while (!losers.stream().allMatch(Future::isDone)) {
			turn();
		}
		for (Future<?> loser : losers) {
			loser.get();
		}
		executor.shutdown();
		this.fallback.close(this.nowNanos);
		assertThat(this.console.size() - totals().size() + totals().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(threads * 20_000L);
	}

	private void lose(int events) {
		for (int number = 0; number < events; number++) {
			lose("m");
		}
	}

	private void lose(String message) {
		byte[] bytes = bytes(message);
		this.fallback.lost(DropCause.BUFFER_FULL, DESTINATION, TIME, bytes, 0, bytes.length);
	}

	private void turn() {
		this.fallback.turn(this.nowNanos);
	}

	private void advance(Duration duration) {
		this.nowNanos += duration.toNanos();
	}

	private List<Long> totals() {
		return this.console.stream()
			.map(TOTAL::matcher)
			.filter(Matcher::matches)
			.map((total) -> Long.valueOf(total.group(1)))
			.toList();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
