package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Hears when delivery breaks and when it recovers. Called on the engine's threads.
 */
public interface TroubleListener {

	/**
	 * A lane no longer delivers, or for another reason than before.
	 * @param destination the lane's
	 * @param trouble why
	 */
	void deliveryFailing(Destination destination, Trouble trouble);

	/**
	 * A lane delivers again.
	 * @param destination the lane's
	 * @param attempts how many calls had failed
	 */
	void deliveryRecovered(Destination destination, int attempts);

}
