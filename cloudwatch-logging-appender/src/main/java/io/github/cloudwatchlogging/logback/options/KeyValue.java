package io.github.cloudwatchlogging.logback.options;

/**
 * A pair of texts: {@code <key>} and {@code <value>}.
 */
public final class KeyValue {

	private String key = "";

	private String value = "";

	/**
	 * Sets the key.
	 * @param key the value
	 */
	public void setKey(String key) {
		this.key = key;
	}

	/**
	 * Sets the value.
	 * @param value the value
	 */
	public void setValue(String value) {
		this.value = value;
	}

	String key() {
		return this.key;
	}

	String value() {
		return this.value;
	}

}
