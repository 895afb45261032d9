package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.test.quota.Quotas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What 10,000 instances do to the quotas of one account, and the quotas to them, with the
 * defaults of all settings. Prints its table. An hour is long: it is lived through by a
 * tenth of the fleet with a tenth of the quotas, unless {@code -Dfleet} names a size.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetTests {

	private static final int SIZE = 10_000;

	private static final int PUTS_PER_SECOND = 5_000;

	private static final int STREAMS_PER_SECOND = 50;

	private static final int GROUPS_PER_SECOND = 10;

	private static final int SIZE_FOR_AN_HOUR = Integer.getInteger("fleet", SIZE / 10);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration MAX_DELAY = DeliverySettings.DEFAULT.batch().maxDelay();

	private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

	private static final Duration LONGEST_BACK_OFF = DeliverySettings.DEFAULT.retry().maxDelay();

	private static final Duration TIME_FOR_ALL_STREAMS = SECOND.multipliedBy(SIZE / STREAMS_PER_SECOND);

	private static final Duration FOREVER = Duration.ofMinutes(30);

	private final Map<String, FleetReport> reports = new TreeMap<>();

	private static Quotas quotas(int size) {
		double share = (double) size / SIZE;
		return Quotas.none()
			.with(SharedAccount.PUT, PUTS_PER_SECOND * share)
			.with(SharedAccount.CREATE_STREAM, STREAMS_PER_SECOND * share)
			.with(SharedAccount.CREATE_GROUP, GROUPS_PER_SECOND * share);
	}

	private static Fleet fleet(int size, Duration eventEvery) {
		return fleet(size, eventEvery, (random) -> random);
	}

	private static Fleet fleet(int size, Duration eventEvery, UnaryOperator<RandomGenerator> jitter) {
		return new Fleet(size, quotas(size), DeliverySettings.DEFAULT, eventEvery, jitter);
	}

	private void everythingArrived(String scenario, FleetReport report) {
		this.reports.put(scenario, report);
		assertThat(report.lost()).isZero();
		assertThat(report.pending()).isZero();
		assertThat(report.unaccounted()).isZero();
		assertThat(report.told()).as("what operators were told beside failing and recovered streams").isEmpty();
	}

	@Test
	void allStartWithinTenSecondsOnANewGroup() {
		FleetReport report = fleet(SIZE, SECOND).run(Duration.ofSeconds(10), MINUTE, FOREVER);
		everythingArrived("1. all start within 10 s, no group", report);
		assertThat(report.delivering()).isEqualTo(SIZE);
		assertThat(report.lastFirstDelivery()).isLessThan(TIME_FOR_ALL_STREAMS.multipliedBy(2));
		assertThat(report.refusedStreams()).as("a storm of calls").isLessThan(8L * SIZE);
		assertThat(report.refusedPuts()).isZero();
		assertThat(report.mostInOneSecond()).isLessThan(PUTS_PER_SECOND);
	}

	@Test
	void allStartAtTheSameMomentOnANewGroup() {
		FleetReport report = fleet(SIZE, SECOND).run(Duration.ZERO, MINUTE, FOREVER);
		everythingArrived("2. all start at the same moment, no group", report);
		assertThat(report.delivering()).isEqualTo(SIZE);
		assertThat(report.lastFirstDelivery()).isLessThan(TIME_FOR_ALL_STREAMS.multipliedBy(2));
		assertThat(report.refusedPuts()).isZero();
	}

	@Test
	void withoutJitterTheLastInstanceWouldWaitTooLong() {
		int size = SIZE / 10;
		FleetReport report = fleet(size, SECOND, (random) -> new RetryPolicyTests.HighestRandom())
			.run(Duration.ofSeconds(10), MINUTE, FOREVER);
		assertThat(report.lastFirstDelivery()).isGreaterThan(TIME_FOR_ALL_STREAMS.multipliedBy(2));
	}

	@Test
	void allLogAtTheSameMomentOnceAMinute() {
		Fleet fleet = fleet(SIZE, MINUTE);
		fleet.hasItsStreams();
		FleetReport report = fleet.run(Duration.ZERO, MINUTE.multipliedBy(3), FOREVER);
		everythingArrived("3. all log at the same moment, once a minute", report);
		assertThat(report.longestLag()).isLessThan(MAX_DELAY.plusMillis(100));
		assertThat(report.refusedPuts()).isZero();
		assertThat(report.mostInOneSecond()).isLessThan(PUTS_PER_SECOND);
	}

	@Test
	void anOutageOfTenMinutesHeals() {
		Fleet fleet = fleet(SIZE, SECOND.multipliedBy(3));
		fleet.hasItsStreams();
		fleet.isAwayFrom(MINUTE, MINUTE.multipliedBy(11));
		FleetReport report = fleet.run(Duration.ofSeconds(10), MINUTE.multipliedBy(12), FOREVER);
		everythingArrived("4. an outage of 10 min heals", report);
		assertThat(report.recovery()).isLessThan(LONGEST_CALL.plus(LONGEST_BACK_OFF).plus(SECOND));
		assertThat(report.refusedPuts()).isZero();
		assertThat(report.mostInOneSecond()).isLessThan(PUTS_PER_SECOND);
	}

	@Test
	void anHourWithATenthOfTheQuotaIsSharedFairly() {
		Fleet fleet = fleet(SIZE_FOR_AN_HOUR, SECOND);
		fleet.hasItsStreams();
		Quotas full = quotas(SIZE_FOR_AN_HOUR);
		double putsPerSecond = PUTS_PER_SECOND / 10.0 * SIZE_FOR_AN_HOUR / SIZE;
		fleet.isThrottledFrom(MINUTE, full.with(SharedAccount.PUT, putsPerSecond), MINUTE.multipliedBy(61), full);
		FleetReport report = fleet.run(Duration.ofSeconds(10), MINUTE.multipliedBy(65), FOREVER.multipliedBy(4));
		everythingArrived("5. an hour with a tenth of the quota"
				+ ((SIZE_FOR_AN_HOUR != SIZE) ? ", %,d instances with their share".formatted(SIZE_FOR_AN_HOUR) : ""),
				report);
		assertThat(report.recovery()).isLessThan(MINUTE.multipliedBy(2));
		assertThat(report.highLag()).isLessThan(Duration.ofSeconds(100));
		assertThat(report.longestLag()).isLessThan(Duration.ofSeconds(400));
		assertThat(report.refusedPuts()).as("a storm of calls").isLessThan((long) (1.5 * putsPerSecond * 3_600));
	}

	@AfterAll
	void printTheTable() {
		StringBuilder table = new StringBuilder(FleetReport.HEAD);
		this.reports.forEach((scenario, report) -> table.append(report.row(scenario.substring(3))));
		System.out.println(table);
	}

}
