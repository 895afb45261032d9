package io.github.cloudwatchlogging.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Hands what it hears to listeners that come and go while the engine runs. What one of
 * them throws is kept from the engine. Thread-safe.
 */
public final class TroubleRelay implements TroubleListener {

	private final List<TroubleListener> listeners = new CopyOnWriteArrayList<>();

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
		tell((listener) -> listener.deliveryFailing(destination, trouble));
	}

	@Override
	public void deliveryRecovered(Destination destination, int attempts) {
		tell((listener) -> listener.deliveryRecovered(destination, attempts));
	}

	private void tell(Consumer<TroubleListener> verb) {
		for (TroubleListener listener : this.listeners) {
			try {
				verb.accept(listener);
			}
			catch (RuntimeException brokenListener) {
				// The others are to hear it all the same.
			}
		}
	}

}
