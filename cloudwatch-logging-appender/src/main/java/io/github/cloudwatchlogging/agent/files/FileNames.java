package io.github.cloudwatchlogging.agent.files;

import java.nio.file.Path;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.ShortHash;

/**
 * Where the files of a destination are, and which path matches all of them and no others.
 */
public final class FileNames {

	static final String INFIX = ".log.";

	private static final int LONGEST_GROUP = 100;

	private FileNames() {
	}

	/**
	 * Returns the directory of a destination's files.
	 * @param directory the directory of all
	 * @param destination the destination, in the agent's terms
	 * @return a directory that no other destination has
	 */
	public static Path directory(Path directory, Destination destination) {
		String group = lawful(destination.group());
		String readable = (group.length() <= LONGEST_GROUP) ? group : group.substring(0, LONGEST_GROUP);
		return directory.resolve(readable + "-" + ShortHash.of(destination.group() + "\n" + destination.stream()));
	}

	/**
	 * Returns the path by which the agent finds all files of a destination.
	 * @param directory the directory of all
	 * @param destination the destination, in the agent's terms
	 * @return an absolute path with stars
	 */
	public static String pattern(Path directory, Destination destination) {
		return directory(directory, destination).toAbsolutePath().normalize() + directory.getFileSystem().getSeparator()
				+ "*" + INFIX + "*";
	}

	/**
	 * Returns a text as it can stand in a file's name.
	 * @param text the text
	 * @return letters, digits, dots, dashes and underscores
	 */
	public static String lawful(String text) {
		String lawful = text.replaceAll("[^A-Za-z0-9._-]", "_");
		return lawful.startsWith(".") ? "_" + lawful.substring(1) : lawful;
	}

}
