package io.github.cloudwatchlogging.json;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Makes a JSON object that is too long one that fits and is still JSON, whoever wrote it:
 * cuts its longest string values, and only those, and appends to the root how many bytes
 * of text went.
 */
public final class JsonTruncation {

	private static final String MARKER = "truncatedBytes";

	// For an object that has such a member already, cut by somebody before us.
	private static final String OTHER_MARKER = "_truncatedBytes";

	private final byte[] json;

	private final StringValues values;

	private final JsonBuffer shortened;

	private int bytesCut;

	private JsonTruncation(byte[] json, StringValues values, int maxBytes) {
		this.json = json;
		this.values = values;
		this.shortened = new JsonBuffer(maxBytes);
	}

	/**
	 * Shortens a JSON object.
	 * @param json valid UTF-8, longer than it may be; never changed
	 * @param maxBytes the most bytes
	 * @return a JSON object of at most that length, or {@code null} where the bytes are
	 * no JSON object or do not fit even without any text
	 */
	public static byte @Nullable [] shorten(byte[] json, int maxBytes) {
		StringValues values = StringValues.of(json, MARKER);
		if (values == null) {
			return null;
		}
		String marker = ",\"" + (values.sawName() ? OTHER_MARKER : MARKER) + "\":";
		// What goes is never more than what there is, so its digits are bounded too.
		int markerBytes = marker.length() + Integer.toString(json.length).length();
		int cap = cap(values, (long) json.length + markerBytes - maxBytes);
		return (cap >= 0) ? new JsonTruncation(json, values, maxBytes).shorten(cap, marker) : null;
	}

	/**
	 * Returns the longest value that remains when the longest values, and only those,
	 * give up as much as is asked; -1 where all of them together are not enough.
	 */
	private static int cap(StringValues values, long excess) {
		int[] lengths = new int[values.count()];
		Arrays.setAll(lengths, values::length);
		Arrays.sort(lengths);
		long missing = excess;
		for (int cutting = 1; cutting <= lengths.length; cutting++) {
			int longest = lengths[lengths.length - cutting];
			int next = (cutting < lengths.length) ? lengths[lengths.length - cutting - 1] : 0;
			long step = (long) (longest - next) * cutting;
			if (step >= missing) {
				return (int) (longest - (missing + cutting - 1) / cutting);
			}
			missing -= step;
		}
		return -1;
	}

	private byte[] shorten(int cap, String marker) {
		int from = 0;
		for (int value = 0; value < this.values.count(); value++) {
			if (this.values.length(value) > cap) {
				int cut = cut(value, cap);
				this.shortened.put(this.json, from, cut);
				from = this.values.end(value);
			}
		}
		int root = endOfRoot();
		this.shortened.put(this.json, from, root);
		this.shortened.putAscii(marker);
		this.shortened.putAscii(Integer.toString(this.bytesCut));
		this.shortened.put(this.json, root, this.json.length);
		return this.shortened.toByteArray();
	}

	/**
	 * Returns where a value is to be cut, between two characters, and counts the rest of
	 * it.
	 */
	private int cut(int value, int cap) {
		int most = this.values.start(value) + cap;
		int cut = this.values.start(value);
		int length = JsonText.lengthAt(this.json, cut);
		while (cut + length <= most) {
			cut += length;
			length = JsonText.lengthAt(this.json, cut);
		}
		for (int index = cut; index < this.values.end(value); index += JsonText.lengthAt(this.json, index)) {
			this.bytesCut += JsonText.utf8LengthAt(this.json, index);
		}
		return cut;
	}

	private int endOfRoot() {
		int index = this.json.length - 1;
		while (this.json[index] != '}') {
			index--;
		}
		return index;
	}

}
