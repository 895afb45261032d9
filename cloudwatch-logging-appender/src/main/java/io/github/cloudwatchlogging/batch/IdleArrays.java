package io.github.cloudwatchlogging.batch;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Arrays as long as a full batch, kept for use again: a megabyte at a time is what
 * garbage collectors like least. All of one length. Thread-safe; never waits.
 */
public final class IdleArrays {

	// As many as there are usually calls under way.
	private static final int MOST = 4;

	private final AtomicReferenceArray<byte @Nullable []> arrays = new AtomicReferenceArray<>(MOST);

	/**
	 * Takes an array, which still has what was written to it.
	 * @return the array, or {@code null} if there is none
	 */
	public byte @Nullable [] take() {
		for (int index = 0; index < MOST; index++) {
			byte[] array = (this.arrays.getPlain(index) != null) ? this.arrays.getAndSet(index, null) : null;
			if (array != null) {
				return array;
			}
		}
		return null;
	}

	/**
	 * Keeps an array, unless there are enough.
	 * @param array nobody writes to it any more
	 */
	public void keep(byte[] array) {
		for (int index = 0; index < MOST; index++) {
			if (this.arrays.compareAndSet(index, null, array)) {
				return;
			}
		}
	}

}
