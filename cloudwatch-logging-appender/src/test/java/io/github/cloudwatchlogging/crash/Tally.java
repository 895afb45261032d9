package io.github.cloudwatchlogging.crash;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

/**
 * The numbers that processes reported beside those that the server stored.
 *
 * @param reported how many log calls have returned
 * @param stored how many different events the server has
 * @param lost how many of the log calls left no event
 * @param duplicates how many events the server has once more
 * @param invented how many events the server has that no call can have logged
 * @param disordered how many events the server got after a later one of their thread and
 * millisecond, so that it cannot put them in order
 */
record Tally(long reported, long stored, long lost, long duplicates, long invented, long disordered) {

	static Tally of(List<LoggingProcess> processes, EmbeddedCloudWatchLogs server) {
		Map<String, Caller> callers = new HashMap<>();
		for (LoggingProcess process : processes) {
			for (int caller = 0; caller < NumberingApplication.CALLERS; caller++) {
				callers.put(process.number() + " " + caller, new Caller(process.reported(caller)));
			}
		}
		Caller unknown = new Caller(new BitSet());
		server.forEachEvent((event) -> {
			String message = event.message();
			int caller = message.indexOf(' ', message.indexOf(' ') + 1);
			int number = message.indexOf(' ', caller + 1);
			callers.getOrDefault(message.substring(0, caller), unknown)
				.receive(Integer.parseInt(message, caller + 1, number, 10), event.timestamp());
		});
		List<Caller> all = new ArrayList<>(callers.values());
		all.add(unknown);
		return all.stream().map(Caller::tally).reduce(new Tally(0, 0, 0, 0, 0, 0), Tally::plus);
	}

	private Tally plus(Tally other) {
		return new Tally(this.reported + other.reported, this.stored + other.stored, this.lost + other.lost,
				this.duplicates + other.duplicates, this.invented + other.invented, this.disordered + other.disordered);
	}

	/**
	 * What is known of one thread.
	 */
	private static final class Caller {

		private final BitSet reported;

		private final BitSet stored = new BitSet();

		private final Map<Long, Integer> lastOfMillisecond = new HashMap<>();

		private long duplicates;

		private long invented;

		private long disordered;

		Caller(BitSet reported) {
			this.reported = reported;
		}

		void receive(int number, long timestamp) {
			if (this.stored.get(number)) {
				this.duplicates++;
				return;
			}
			// The thread may have been killed between its log call and the report.
			if (number > this.reported.length()) {
				this.invented++;
			}
			Integer before = this.lastOfMillisecond.put(timestamp, number);
			if (before != null && number < before) {
				this.disordered++;
			}
			this.stored.set(number);
		}

		Tally tally() {
			BitSet lost = (BitSet) this.reported.clone();
			lost.andNot(this.stored);
			return new Tally(this.reported.cardinality(), this.stored.cardinality(), lost.cardinality(),
					this.duplicates, this.invented, this.disordered);
		}

	}

}
