package io.github.cloudwatchlogging.test.quota;

import java.util.HashMap;
import java.util.Map;

/**
 * Requests a second for each operation; an operation that is not named has no quota.
 * Immutable.
 *
 * @param requestsPerSecond the rates by operation, each greater than 0
 */
public record Quotas(Map<String, Double> requestsPerSecond) {

	private static final Quotas NONE = new Quotas(Map.of());

	// The page "CloudWatch Logs quotas" of the service's user guide.
	private static final Quotas ACCOUNT_DEFAULTS = new Quotas(
			Map.of("PutLogEvents", 5_000.0, "CreateLogStream", 50.0, "CreateLogGroup", 10.0, "DescribeLogGroups", 10.0,
					"DescribeLogStreams", 25.0, "PutRetentionPolicy", 5.0, "TagResource", 5.0));

	public Quotas {
		requestsPerSecond = Map.copyOf(requestsPerSecond);
		requestsPerSecond.forEach((operation, rate) -> {
			if (!(rate > 0)) {
				throw new IllegalArgumentException("Rate of " + operation + " must be greater than 0: " + rate);
			}
		});
	}

	/**
	 * Returns no quotas, which is what a server has unless told otherwise.
	 * @return no quotas
	 */
	public static Quotas none() {
		return NONE;
	}

	/**
	 * Returns what an account has for each Region by default: PutLogEvents 5,000,
	 * CreateLogStream 50, DescribeLogStreams 25, CreateLogGroup and DescribeLogGroups 10,
	 * PutRetentionPolicy and TagResource 5 requests a second.
	 * @return the quotas
	 */
	public static Quotas ofAccountDefaults() {
		return ACCOUNT_DEFAULTS;
	}

	/**
	 * Returns these quotas and another one.
	 * @param operation the operation, for instance {@code PutLogEvents}
	 * @param rate the requests a second, greater than 0
	 * @return a copy
	 */
	public Quotas with(String operation, double rate) {
		Map<String, Double> rates = new HashMap<>(this.requestsPerSecond);
		rates.put(operation, rate);
		return new Quotas(rates);
	}

}
