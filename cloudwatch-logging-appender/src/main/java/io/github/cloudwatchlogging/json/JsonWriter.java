package io.github.cloudwatchlogging.json;

/**
 * Writes one JSON object as UTF-8 on one line, and after a {@link #reset()} another one
 * into the same memory. Not thread-safe.
 */
public final class JsonWriter {

	private static final int INITIAL_CAPACITY = 512;

	private final JsonBuffer buffer = new JsonBuffer(INITIAL_CAPACITY);

	private boolean first = true;

	/**
	 * Forgets all that was written and keeps the memory.
	 */
	public void reset() {
		this.buffer.cut(0);
		this.first = true;
	}

	/**
	 * Goes on with the same object in other memory. What was written so far stays where
	 * it is.
	 * @param memory for what comes next; where it is too small, a larger one takes its
	 * place
	 */
	public void continueIn(byte[] memory) {
		this.buffer.continueIn(memory);
	}

	/**
	 * Begins an object: the root, an element, or the value of the name just written.
	 */
	public void beginObject() {
		separateElement();
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
	 * Begins an array: an element, or the value of the name just written.
	 */
	public void beginArray() {
		separateElement();
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
	 * Writes a member's name.
	 * @param name the name
	 */
	public void name(String name) {
		separate();
		string(name);
		this.buffer.put(':');
		this.first = true;
	}

	/**
	 * Writes a member's name.
	 * @param name the name
	 */
	public void name(JsonName name) {
		separate();
		name.writeTo(this.buffer);
		this.first = true;
	}

	/**
	 * Writes a string: an element, or the value of the name just written.
	 * @param value the value
	 */
	public void value(String value) {
		separate();
		string(value);
	}

	/**
	 * Writes a string that is UTF-8 already: an element, or the value of the name just
	 * written.
	 * @param utf8 holds it
	 * @param offset where it begins
	 * @param length its length in bytes
	 */
	public void value(byte[] utf8, int offset, int length) {
		separate();
		this.buffer.put('"');
		this.buffer.putJsonText(utf8, offset, offset + length);
		this.buffer.put('"');
	}

	/**
	 * Writes a whole number: an element, or the value of the name just written.
	 * @param value the value
	 */
	public void value(long value) {
		separate();
		this.buffer.putNumber(value);
	}

	/**
	 * Writes a time in UTC, with milliseconds: an element, or the value of the name just
	 * written.
	 * @param epochMillis the time
	 */
	public void timestamp(long epochMillis) {
		separate();
		this.buffer.put('"');
		IsoTimestamp.write(epochMillis, this.buffer);
		this.buffer.put('"');
	}

	/**
	 * Writes a number, a boolean or {@code null}: an element, or the value of the name
	 * just written.
	 * @param literal the value as JSON has it, in ASCII
	 */
	public void literal(String literal) {
		separate();
		this.buffer.putAscii(literal);
	}

	/**
	 * Writes a member with a string value.
	 * @param name the name
	 * @param value the value
	 */
	public void member(String name, String value) {
		name(name);
		value(value);
	}

	/**
	 * Writes a member with a string value.
	 * @param name the name
	 * @param value the value
	 */
	public void member(JsonName name, String value) {
		name(name);
		value(value);
	}

	/**
	 * Writes once more what was written since some size: members, and the name of the
	 * value that follows.
	 * @param from the size before their first
	 * @param to the size behind the name
	 */
	public void repeat(int from, int to) {
		separateElement();
		this.buffer.put(this.buffer.array(), from, to);
		this.first = true;
	}

	private void separateElement() {
		if (!this.first) {
			this.buffer.put(',');
		}
	}

	// Nothing separates a value from its name, as nothing separates a first element from
	// its bracket.
	private void separate() {
		separateElement();
		this.first = false;
	}

	private void string(String value) {
		this.buffer.put('"');
		this.buffer.putJsonText(value);
		this.buffer.put('"');
	}

	/**
	 * Returns how much was written.
	 * @return the bytes
	 */
	public int size() {
		return this.buffer.size();
	}

	/**
	 * Returns how much memory is held.
	 * @return the bytes; at least {@link #size()}
	 */
	public int capacity() {
		return this.buffer.capacity();
	}

	/**
	 * Forgets all that was written behind some value, or behind a name.
	 * @param size the size at that time
	 */
	void cut(int size) {
		this.buffer.cut(size);
		this.first = true;
	}

	/**
	 * Returns the memory itself, which changes with the next thing that is written.
	 * @return the bytes, of which the first {@link #size()} count
	 */
	public byte[] array() {
		return this.buffer.array();
	}

	/**
	 * Returns what was written.
	 * @return a copy of the bytes
	 */
	public byte[] toByteArray() {
		return this.buffer.toByteArray();
	}

}
