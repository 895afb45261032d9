package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.batch.UnreadableBatchException;

/**
 * What a call comes to that threw what no call may throw.
 */
final class Defects {

	/**
	 * Made beforehand: where memory has run out, there may be none to say so.
	 */
	private static final Outcome UNDESCRIBED = outcome("Throwable", "It could not be described");

	private Defects() {
	}

	/**
	 * Returns the outcome, whatever the defect does when it is asked about itself: a call
	 * without an outcome would hold its lane for ever.
	 */
	static Outcome outcome(Throwable defect) {
		try {
			if (defect instanceof UnreadableBatchException) {
				return new Outcome.Unreadable(trouble("UnreadableBatch", String.valueOf(defect.getMessage())));
			}
			return outcome(defect.getClass().getSimpleName(), String.valueOf(defect.getMessage()));
		}
		catch (Throwable ex) {
			return UNDESCRIBED;
		}
	}

	private static Outcome outcome(String code, String message) {
		return new Outcome.TryLater(trouble(code, message));
	}

	private static Trouble trouble(String code, String message) {
		return new Trouble(Trouble.Kind.INTERNAL, code, message);
	}

}
