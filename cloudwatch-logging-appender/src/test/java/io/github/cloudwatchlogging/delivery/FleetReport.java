package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a fleet came to.
 *
 * @param delivering how many instances delivered anything
 * @param lastFirstDelivery when the last of them did so first, from the fleet's start on
 * @param recovery how long after the end of the trouble, or the fleet's start, the last
 * batch arrived that was late
 * @param calls how many calls arrived
 * @param refusedGroups how many CreateLogGroup calls were throttled
 * @param refusedStreams how many CreateLogStream calls were throttled
 * @param refusedPuts how many PutLogEvents calls were throttled
 * @param logged how many events were logged
 * @param lost how many events were dropped or rejected
 * @param pending how many events are on their way at the end
 * @param unaccounted how many events arrived that nobody counted as delivered
 * @param mostInOneSecond the most calls in any second
 * @param mostInOneTenth the most calls in any tenth of a second
 * @param medianLag from the first event of a batch to its arrival
 * @param highLag the 99th percentile of it
 * @param longestLag the longest
 * @param told what operators were told beside failing and recovered streams
 */
record FleetReport(int delivering, Duration lastFirstDelivery, Duration recovery, long calls, long refusedGroups,
		long refusedStreams, long refusedPuts, long logged, long lost, long pending, long unaccounted,
		int mostInOneSecond, int mostInOneTenth, Duration medianLag, Duration highLag, Duration longestLag,
		List<String> told) {

	static final String HEAD = """

			| scenario | last first delivery | recovered after | calls | refused: group, stream, put | lost | most calls in 1 s, in 0.1 s | lag: median, 99 %, longest |
			|---|---|---|---|---|---|---|---|
			""";

	String row(String scenario) {
		return String.format(Locale.ROOT,
				"| %s | %s | %s | %,d | %,d, %,d, %,d | %d of %,d | %,d, %,d | %s, %s, %s |%n", scenario,
				seconds(this.lastFirstDelivery), seconds(this.recovery), this.calls, this.refusedGroups,
				this.refusedStreams, this.refusedPuts, this.lost, this.logged, this.mostInOneSecond,
				this.mostInOneTenth, seconds(this.medianLag), seconds(this.highLag), seconds(this.longestLag));
	}

	private static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
	}

}
