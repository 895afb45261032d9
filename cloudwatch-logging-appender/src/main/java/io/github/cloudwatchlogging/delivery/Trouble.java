package io.github.cloudwatchlogging.delivery;

/**
 * What keeps a lane from delivering.
 *
 * @param kind what to do about it
 * @param code the service's error code or the exception's simple name; never a secret
 * @param message what an operator should read; never a secret
 */
public record Trouble(Kind kind, String code, String message) {

	/**
	 * The kinds of trouble, by what helps against them.
	 */
	public enum Kind {

		/**
		 * The service asks for fewer calls.
		 */
		THROTTLED(false),

		/**
		 * The service answers that it cannot serve now.
		 */
		UNAVAILABLE(false),

		/**
		 * No answer: the network, the name service, or a time-out.
		 */
		UNREACHABLE(false),

		/**
		 * Files cannot be written: the disk is full, or gone.
		 */
		STORAGE(false),

		/**
		 * The service refuses our time: the machine's clock is wrong.
		 */
		CLOCK(false),

		/**
		 * The account has no room for another log group.
		 */
		LIMIT_REACHED(true),

		/**
		 * The service refuses who we are or what we may do: credentials or the IAM
		 * policy.
		 */
		DENIED(true),

		/**
		 * No client can be made: there is no region or there are no credentials.
		 */
		NOT_CONFIGURED(true),

		/**
		 * The log group or stream is missing and is not to be created.
		 */
		MISSING(true),

		/**
		 * The service refuses the call as invalid.
		 */
		INVALID(true),

		/**
		 * A defect of our own.
		 */
		INTERNAL(true);

		private final boolean slow;

		Kind(boolean slow) {
			this.slow = slow;
		}

		/**
		 * Returns whether only somebody's intervention helps, so that frequent attempts
		 * are useless.
		 * @return whether the longest delay is used from the first failure on
		 */
		public boolean isSlow() {
			return this.slow;
		}

	}

	@Override
	public String toString() {
		return this.code + ": " + this.message;
	}

}
