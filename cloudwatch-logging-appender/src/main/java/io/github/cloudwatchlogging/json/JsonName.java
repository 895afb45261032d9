package io.github.cloudwatchlogging.json;

/**
 * A member's name that is written often, encoded once. Immutable.
 */
public final class JsonName {

	private final byte[] encoded;

	private JsonName(byte[] encoded) {
		this.encoded = encoded;
	}

	/**
	 * Returns a name.
	 * @param name the name
	 * @return the name, encoded
	 */
	public static JsonName of(String name) {
		JsonBuffer buffer = new JsonBuffer(name.length() + 3);
		buffer.put('"');
		buffer.putJsonText(name);
		buffer.put('"');
		buffer.put(':');
		return new JsonName(buffer.toByteArray());
	}

	void writeTo(JsonBuffer buffer) {
		buffer.put(this.encoded, 0, this.encoded.length);
	}

}
