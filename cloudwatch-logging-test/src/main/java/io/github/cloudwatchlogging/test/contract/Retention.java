package io.github.cloudwatchlogging.test.contract;

import java.util.Set;
import java.util.TreeSet;

/**
 * The days that events may be kept (documentation of PutRetentionPolicy).
 */
public final class Retention {

	private static final Set<Integer> DAYS = Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
			1827, 2192, 2557, 2922, 3288, 3653);

	private Retention() {
	}

	/**
	 * Refuses a number of days that the service does not know.
	 * @param days the number of days
	 */
	public static void check(long days) {
		if (days != (int) days || !DAYS.contains((int) days)) {
			new Constraints()
				.violation("retentionInDays", days, "Member must satisfy enum value set: " + new TreeSet<>(DAYS))
				.check();
		}
	}

}
