package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Hands what it hears to listeners that come and go while the engine runs. What one of
 * them throws is kept from the engine. Thread-safe.
 */
public final class TroubleRelay implements TroubleListener {

	private final Audience<TroubleListener> listeners = new Audience<>();

	/**
	 * Adds a listener.
	 * @param listener hears from now on; must not wait
	 */
	public void add(TroubleListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Removes a listener.
	 * @param listener hears no more
	 */
	public void remove(TroubleListener listener) {
		this.listeners.remove(listener);
	}

	@Override
	public void deliveryFailing(Destination destination, Trouble trouble) {
		this.listeners.tell((listener) -> listener.deliveryFailing(destination, trouble));
	}

	@Override
	public void deliveryRecovered(Destination destination, int attempts) {
		this.listeners.tell((listener) -> listener.deliveryRecovered(destination, attempts));
	}

}
