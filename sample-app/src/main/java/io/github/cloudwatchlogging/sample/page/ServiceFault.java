package io.github.cloudwatchlogging.sample.page;

import io.github.cloudwatchlogging.test.fault.FaultPlan;

/**
 * A way in which the service fails until it is healed.
 */
enum ServiceFault {

	/**
	 * Each call is told to come back later.
	 */
	THROTTLE {

		@Override
		void strike(FaultPlan faults) {
			faults.onAny().always().throttle();
		}

	},

	/**
	 * Each call is answered with 503.
	 */
	UNAVAILABLE {

		@Override
		void strike(FaultPlan faults) {
			faults.onAny().always().serviceUnavailable();
		}

	},

	/**
	 * No call is answered.
	 */
	HANG {

		@Override
		void strike(FaultPlan faults) {
			faults.onAny().always().hang();
		}

	},

	/**
	 * Each call is denied.
	 */
	DENY {

		@Override
		void strike(FaultPlan faults) {
			faults.onAny().always().deny();
		}

	};

	abstract void strike(FaultPlan faults);

}
