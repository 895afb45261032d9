package io.github.cloudwatchlogging.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one JSON object as UTF-8 on one line. Long string values can be cut to a length,
 * so that an object that is too large becomes one that fits and is still JSON. Not
 * thread-safe.
 */
public final class JsonWriter {

	/**
	 * The cap that cuts nothing.
	 */
	public static final int UNCAPPED = Integer.MAX_VALUE;

	private static final String HEX = "0123456789abcdef";

	private static final int REPLACEMENT_CHARACTER = 0xFFFD;

	private static final int INITIAL_CAPACITY = 512;

	private final JsonBuffer buffer = new JsonBuffer(INITIAL_CAPACITY);

	private final int cap;

	private int[] valueLengths = new int[16];

	private int values;

	private int bytesCut;

	private boolean first = true;

	/**
	 * Creates a writer that cuts string values.
	 * @param cap the longest string value, in encoded bytes without its quotes
	 */
	public JsonWriter(int cap) {
		this.cap = cap;
	}

	/**
	 * Begins an object: the root, or the value of the name just written.
	 */
	public void beginObject() {
		this.buffer.put('{');
		this.first = true;
	}

	/**
	 * Ends the object.
	 */
	public void endObject() {
		this.buffer.put('}');
		this.first = false;
	}

	/**
	 * Begins an array as the value of the name just written.
	 */
	public void beginArray() {
		this.buffer.put('[');
		this.first = true;
	}

	/**
	 * Ends the array.
	 */
	public void endArray() {
		this.buffer.put(']');
		this.first = false;
	}

	/**
	 * Writes a member's name. Names are never cut.
	 * @param name the name
	 */
	public void name(String name) {
		separate();
		this.buffer.put('"');
		text(name, UNCAPPED);
		this.buffer.put('"');
		this.buffer.put(':');
	}

	/**
	 * Writes a member with a string value, cut to the cap.
	 * @param name the name
	 * @param value the value
	 */
	public void member(String name, String value) {
		name(name);
		string(value);
	}

	/**
	 * Writes a member with a number, a boolean or {@code null}.
	 * @param name the name
	 * @param literal the value as JSON has it, in ASCII
	 */
	public void literalMember(String name, String literal) {
		name(name);
		this.buffer.putAscii(literal);
	}

	/**
	 * Writes an array's element.
	 * @param value the value
	 */
	public void element(String value) {
		separate();
		string(value);
	}

	private void separate() {
		if (!this.first) {
			this.buffer.put(',');
		}
		this.first = false;
	}

	private void string(String value) {
		this.buffer.put('"');
		int start = this.buffer.size();
		int rest = text(value, this.cap);
		if (this.values == this.valueLengths.length) {
			this.valueLengths = Arrays.copyOf(this.valueLengths, this.values * 2);
		}
		this.valueLengths[this.values++] = this.buffer.size() - start;
		if (rest < value.length()) {
			this.bytesCut += value.substring(rest).getBytes(StandardCharsets.UTF_8).length;
		}
		this.buffer.put('"');
	}

	/**
	 * Writes escaped text until its end or the cap, and returns the index of the first
	 * character that was left out.
	 */
	private int text(String value, int most) {
		int start = this.buffer.size();
		int index = 0;
		while (index < value.length()) {
			int codePoint = value.codePointAt(index);
			if (most != UNCAPPED && this.buffer.size() - start + encodedLength(codePoint) > most) {
				break;
			}
			encode(codePoint);
			index += Character.charCount(codePoint);
		}
		return index;
	}

	private void encode(int codePoint) {
		if (codePoint >= 0x80) {
			boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
			this.buffer.putUtf8(loneSurrogate ? REPLACEMENT_CHARACTER : codePoint);
		}
		else if (codePoint == '"' || codePoint == '\\') {
			this.buffer.put('\\');
			this.buffer.put(codePoint);
		}
		else if (codePoint >= ' ' && codePoint != 0x7F) {
			this.buffer.put(codePoint);
		}
		else {
			encodeControl(codePoint);
		}
	}

	private void encodeControl(int control) {
		this.buffer.put('\\');
		switch (control) {
			case '\n' -> this.buffer.put('n');
			case '\r' -> this.buffer.put('r');
			case '\t' -> this.buffer.put('t');
			default -> {
				this.buffer.putAscii("u00");
				this.buffer.put(HEX.charAt(control >> 4));
				this.buffer.put(HEX.charAt(control & 0xF));
			}
		}
	}

	private static int encodedLength(int codePoint) {
		if (codePoint >= 0x80) {
			return (codePoint < 0x800) ? 2 : (codePoint < 0x10000) ? 3 : 4;
		}
		if (codePoint == '"' || codePoint == '\\' || codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
			return 2;
		}
		return (codePoint >= ' ' && codePoint != 0x7F) ? 1 : 6;
	}

	/**
	 * Returns the object's size so far.
	 * @return bytes
	 */
	public int size() {
		return this.buffer.size();
	}

	/**
	 * Returns how much of the string values was left out so far.
	 * @return UTF-8 bytes, before escaping
	 */
	public int bytesCut() {
		return this.bytesCut;
	}

	/**
	 * Returns the cap that shortens this object's longest string values, and only those,
	 * by as much as is asked.
	 * @param excess how many encoded bytes have to go
	 * @return the cap, 0 where even that is not enough
	 */
	public int capToSave(int excess) {
		int[] longestFirst = Arrays.copyOf(this.valueLengths, this.values);
		Arrays.sort(longestFirst);
		long toSave = excess;
		for (int cutting = 1; cutting <= this.values; cutting++) {
			int next = (cutting < this.values) ? longestFirst[this.values - cutting - 1] : 0;
			int step = longestFirst[this.values - cutting] - next;
			if ((long) step * cutting >= toSave) {
				return (int) (longestFirst[this.values - cutting] - (toSave + cutting - 1) / cutting);
			}
			toSave -= (long) step * cutting;
		}
		return 0;
	}

	/**
	 * Returns what was written.
	 * @return the bytes
	 */
	public byte[] toByteArray() {
		return this.buffer.toByteArray();
	}

}
