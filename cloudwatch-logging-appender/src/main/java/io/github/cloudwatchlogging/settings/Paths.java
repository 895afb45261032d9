package io.github.cloudwatchlogging.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * From texts to paths.
 */
public final class Paths {

	private Paths() {
	}

	/**
	 * Returns the path that a text names.
	 * @param setting the setting's name, for the exception
	 * @param text the text
	 * @return the path, of a file or directory that need not exist
	 * @throws InvalidSettingException if this machine can have no such path
	 */
	public static Path of(String setting, String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw new InvalidSettingException(setting, text, "It is no path.", "Name a file or a directory.", ex);
		}
	}

}
