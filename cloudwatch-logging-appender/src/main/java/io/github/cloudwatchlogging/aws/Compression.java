package io.github.cloudwatchlogging.aws;

import java.util.Arrays;
import java.util.Locale;

import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * How the bodies of PutLogEvents go over the wire.
 */
public enum Compression {

	/**
	 * As they are.
	 */
	NONE,

	/**
	 * With gzip, which costs CPU and saves bytes.
	 */
	GZIP;

	/**
	 * Returns the compression for what a user wrote.
	 * @param text the text
	 * @return the compression
	 * @throws InvalidSettingException if there is none
	 */
	public static Compression of(String text) {
		return Arrays.stream(values())
			.filter((candidate) -> candidate.name().equals(text.strip().toUpperCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new InvalidSettingException("delivery.compression", text,
					"There is no such compression.", "Choose none or gzip."));
	}

}
