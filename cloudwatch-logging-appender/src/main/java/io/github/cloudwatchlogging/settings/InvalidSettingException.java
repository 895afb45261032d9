package io.github.cloudwatchlogging.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting that can never work, whatever the network does.
 */
public final class InvalidSettingException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String setting;

	private final String value;

	private final String reason;

	private final String cure;

	/**
	 * Creates the exception.
	 * @param setting the setting's name relative to the appender, in the form of a
	 * configuration property such as {@code batch.max-size}
	 * @param value the value as the user gave it
	 * @param reason why it can never work, as a sentence
	 * @param cure what to do, as a sentence
	 * @param cause what refused the value, if that was another exception
	 */
	public InvalidSettingException(String setting, Object value, String reason, String cure,
			@Nullable Throwable cause) {
		super(setting + " = '" + value + "': " + reason + " " + cure, cause);
		this.setting = setting;
		this.value = String.valueOf(value);
		this.reason = reason;
		this.cure = cure;
	}

	/**
	 * Creates the exception.
	 * @param setting the setting's name relative to the appender, in the form of a
	 * configuration property such as {@code batch.max-size}
	 * @param value the value as the user gave it
	 * @param reason why it can never work, as a sentence
	 * @param cure what to do, as a sentence
	 */
	public InvalidSettingException(String setting, Object value, String reason, String cure) {
		this(setting, value, reason, cure, null);
	}

	/**
	 * Returns the same exception for a setting that is a part of another one.
	 * @param setting the name of the other one, such as {@code routes[0]}
	 * @return a new exception, with this one as its cause
	 */
	public InvalidSettingException below(String setting) {
		return new InvalidSettingException(setting + "." + this.setting, this.value, this.reason, this.cure, this);
	}

	/**
	 * Returns the setting's name relative to the appender, such as
	 * {@code batch.max-size}.
	 * @return the name
	 */
	public String getSetting() {
		return this.setting;
	}

	/**
	 * Returns the value as the user gave it.
	 * @return the value
	 */
	public String getValue() {
		return this.value;
	}

	/**
	 * Returns why the value can never work.
	 * @return a sentence
	 */
	public String getReason() {
		return this.reason;
	}

	/**
	 * Returns what to do.
	 * @return a sentence
	 */
	public String getCure() {
		return this.cure;
	}

}
