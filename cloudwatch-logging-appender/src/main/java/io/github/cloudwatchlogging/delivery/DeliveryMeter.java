package io.github.cloudwatchlogging.delivery;

/**
 * Measures what no count of events tells. Called on the engine's threads; must neither
 * wait nor throw.
 */
public interface DeliveryMeter {

	/**
	 * Measures nothing.
	 */
	DeliveryMeter NONE = new DeliveryMeter() {

		@Override
		public void putAnswered(PutResult result, long nanos) {
			// Measures nothing.
		}

		@Override
		public void putSized(int events, long bytes) {
			// Measures nothing.
		}

		@Override
		public void delivered(long lagNanos) {
			// Measures nothing.
		}

		@Override
		public void retryScheduled() {
			// Measures nothing.
		}

	};

	/**
	 * A PutLogEvents call came back, or brought nothing in its time.
	 * @param result what came of it
	 * @param nanos how long it took
	 */
	void putAnswered(PutResult result, long nanos);

	/**
	 * A PutLogEvents call is about to be made.
	 * @param events how many it carries
	 * @param bytes their size as the service counts it
	 */
	void putSized(int events, long bytes);

	/**
	 * Events were delivered.
	 * @param lagNanos how long ago the first of them was logged
	 */
	void delivered(long lagNanos);

	/**
	 * A call brought nothing and will be made again.
	 */
	void retryScheduled();

	/**
	 * What came of a PutLogEvents call.
	 */
	enum PutResult {

		/**
		 * The service took all events.
		 */
		DELIVERED,

		/**
		 * The service took the call but left events out.
		 */
		PARTLY_REJECTED,

		/**
		 * The log group or stream does not exist.
		 */
		MISSING,

		/**
		 * It may succeed later.
		 */
		FAILED,

		/**
		 * It can never succeed.
		 */
		REFUSED,

		/**
		 * It was not made, because the events cannot be read back.
		 */
		UNREADABLE;

		static PutResult of(Outcome outcome) {
			if (outcome instanceof Outcome.PartlyRejected) {
				return PARTLY_REJECTED;
			}
			if (outcome instanceof Outcome.DestinationMissing) {
				return MISSING;
			}
			if (outcome instanceof Outcome.TryLater) {
				return FAILED;
			}
			if (outcome instanceof Outcome.Refused) {
				return REFUSED;
			}
			return (outcome instanceof Outcome.Unreadable) ? UNREADABLE : DELIVERED;
		}

	}

}
