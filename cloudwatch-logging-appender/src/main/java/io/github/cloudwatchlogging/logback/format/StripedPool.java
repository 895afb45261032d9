package io.github.cloudwatchlogging.logback.format;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a few objects for reuse, in places that threads choose by their id. Not a
 * {@code ThreadLocal}: a million virtual threads would hold a million objects. A thread
 * that finds its place empty, because another one has the object or because it encodes an
 * event while it encodes an event, looks at the next places and then makes a new one.
 * Thread-safe.
 *
 * @param <T> what is kept
 */
final class StripedPool<T> {

	// No two places share a line of the processor's cache.
	private static final int SPACING = 16;

	private static final int FEWEST_PLACES = 8;

	private static final int MOST_PLACES = 64;

	private static final int PROBES = 3;

	private final Supplier<T> factory;

	private final AtomicReferenceArray<@Nullable T> places;

	private final int mask;

	StripedPool(Supplier<T> factory) {
		this.factory = factory;
		int processors = Runtime.getRuntime().availableProcessors();
		int count = Integer.highestOneBit(Math.max(FEWEST_PLACES, Math.min(MOST_PLACES, processors * 2)));
		this.mask = count - 1;
		this.places = new AtomicReferenceArray<>(count * SPACING);
	}

	T take() {
		int first = place();
		for (int probe = 0; probe < PROBES; probe++) {
			T kept = this.places.getAndSet(index(first + probe), null);
			if (kept != null) {
				return kept;
			}
		}
		return this.factory.get();
	}

	/**
	 * Keeps an object, in place of the one that is there if there is one.
	 */
	void giveBack(T object) {
		this.places.setRelease(index(place()), object);
	}

	private int index(int place) {
		return (place & this.mask) * SPACING;
	}

	@SuppressWarnings("deprecation")
	private int place() {
		return (int) Thread.currentThread().getId();
	}

}
