package io.github.cloudwatchlogging.spool;

/**
 * Where the spool stood at one moment.
 *
 * @param usedBytes the size of the files that hold undelivered events
 * @param limitBytes the bound on it
 * @param failing whether new events are kept in memory because no file can be had
 * @param damagedFiles how many files were found damaged and set aside
 */
public record SpoolSnapshot(long usedBytes, long limitBytes, boolean failing, long damagedFiles) {

	/**
	 * Returns this snapshot with that of another spool.
	 * @param other its snapshot
	 * @return the sum
	 */
	public SpoolSnapshot plus(SpoolSnapshot other) {
		return new SpoolSnapshot(this.usedBytes + other.usedBytes, this.limitBytes + other.limitBytes,
				this.failing || other.failing, this.damagedFiles + other.damagedFiles);
	}

}
