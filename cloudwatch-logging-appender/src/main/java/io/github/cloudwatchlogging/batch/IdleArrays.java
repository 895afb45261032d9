package io.github.cloudwatchlogging.batch;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Arrays of one length, kept for use again until the garbage collector wants them: a busy
 * engine allocates few, an idle one holds none. Batches and calls are made of many of
 * these, since an array as long as a batch is what collectors like least. Thread-safe;
 * never waits.
 */
public final class IdleArrays {

	/**
	 * The length of each. G1 takes an array for an object like others if it is shorter
	 * than half a region, which is 512 KiB where the heap is small.
	 */
	public static final int ARRAY_BYTES = 64 * 1024;

	// What is usually in calls under way: 4 MiB.
	private static final int MOST = 64;

	private final AtomicReferenceArray<@Nullable Reference<byte[]>> arrays = new AtomicReferenceArray<>(MOST);

	/**
	 * Takes an array, which may still have what was written to it.
	 * @return one that was kept, or else a new one
	 */
	public byte[] take() {
		for (int index = 0; index < MOST; index++) {
			Reference<byte[]> idle = (this.arrays.getPlain(index) != null) ? this.arrays.getAndSet(index, null) : null;
			byte[] array = (idle != null) ? idle.get() : null;
			if (array != null) {
				return array;
			}
		}
		return new byte[ARRAY_BYTES];
	}

	/**
	 * Takes an array for so many bytes.
	 * @param bytes how many
	 * @return an array as long as all others, or a new one of that length where it is
	 * more
	 */
	public byte[] take(int bytes) {
		return (bytes <= ARRAY_BYTES) ? take() : new byte[bytes];
	}

	/**
	 * Keeps an array, unless there are enough or it is one of another length.
	 * @param array nobody reads it or writes to it any more
	 */
	public void keep(byte[] array) {
		if (array.length != ARRAY_BYTES) {
			return;
		}
		Reference<byte[]> idle = new WeakReference<>(array);
		for (int index = 0; index < MOST; index++) {
			if (this.arrays.getPlain(index) == null && this.arrays.compareAndSet(index, null, idle)) {
				return;
			}
		}
	}

}
