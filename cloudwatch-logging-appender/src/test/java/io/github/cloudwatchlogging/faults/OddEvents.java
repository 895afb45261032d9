package io.github.cloudwatchlogging.faults;

import java.time.Duration;

/**
 * The events of a load that are unlike the others while the fault lasts.
 *
 * @param every which ones: each so manieth of a caller
 * @param shift how far their time is from now
 */
record OddEvents(int every, Duration shift) {

	boolean include(int number) {
		return number % this.every == 0;
	}

}
