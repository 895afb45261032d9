package io.github.cloudwatchlogging.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells texts apart that became the same name: the beginning of their SHA-256.
 */
public final class ShortHash {

	/**
	 * How many characters a hash has.
	 */
	public static final int LENGTH = 8;

	private ShortHash() {
	}

	/**
	 * Returns the hash of a text. It never changes: names that are in use have it.
	 * @param text the text
	 * @return hexadecimal digits in lower case
	 */
	public static String of(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, LENGTH / 2);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Each Java platform has SHA-256", ex);
		}
	}

}
