package io.github.cloudwatchlogging.json;

/**
 * Writes one JSON object as UTF-8 on one line. Not thread-safe.
 */
public final class JsonWriter {

	private static final String HEX = "0123456789abcdef";

	private static final int REPLACEMENT_CHARACTER = 0xFFFD;

	private static final int INITIAL_CAPACITY = 512;

	private final JsonBuffer buffer = new JsonBuffer(INITIAL_CAPACITY);

	private boolean first = true;

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
	 * Writes a member's name.
	 * @param name the name
	 */
	public void name(String name) {
		separate();
		string(name);
		this.buffer.put(':');
	}

	/**
	 * Writes a member with a string value.
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
		int index = 0;
		while (index < value.length()) {
			int codePoint = value.codePointAt(index);
			encode(codePoint);
			index += Character.charCount(codePoint);
		}
		this.buffer.put('"');
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

	/**
	 * Returns what was written.
	 * @return the bytes
	 */
	public byte[] toByteArray() {
		return this.buffer.toByteArray();
	}

}
