package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.LossObserver;
import org.jspecify.annotations.Nullable;

/**
 * Where lost events go instead. Is shown them on any thread and only keeps them; does
 * what takes time in its turns, on the dispatcher's thread.
 */
public interface Fallback extends LossObserver {

	/**
	 * Keeps nothing.
	 */
	Fallback NONE = new Fallback() {

		@Override
		public void lost(Enum<?> cause, @Nullable Destination destination, long timestamp, byte[] buffer, int offset,
				int length) {
			// They are counted elsewhere.
		}

		@Override
		public long turn(long nowNanos) {
			return Long.MAX_VALUE;
		}

		@Override
		public void close(long nowNanos) {
			// There is nothing to end.
		}

	};

	/**
	 * Does what is to be done now.
	 * @param nowNanos the engine's time
	 * @return nanoseconds until the next turn, at the latest
	 */
	long turn(long nowNanos);

	/**
	 * Takes the last turn. What is lost later is ignored.
	 * @param nowNanos the engine's time
	 */
	void close(long nowNanos);

	/**
	 * Returns a fallback that prints lost events on the console.
	 * @return the fallback, for one engine
	 */
	static Fallback console() {
		return new ConsoleFallback((line) -> System.err.println(line), System.nanoTime());
	}

}
