package io.github.cloudwatchlogging.spool;

import org.jspecify.annotations.Nullable;

/**
 * What a batch file was found to hold.
 */
sealed interface BatchFile {

	/**
	 * No batch: it was made in reserve, or its batch has ended.
	 */
	record Free() implements BatchFile {
	}

	/**
	 * Nothing that can be delivered.
	 *
	 * @param reason why
	 */
	record Unusable(String reason) implements BatchFile {
	}

	/**
	 * Events.
	 *
	 * @param header what the file says of them
	 * @param count how many whole ones there are, at least 1
	 * @param settled how many of them, in the order in which they are sent, had ended
	 * @param damage what is wrong with the rest, or {@code null} if nothing is
	 */
	record Usable(BatchFileHeader header, int count, int settled, @Nullable String damage) implements BatchFile {
	}

}
