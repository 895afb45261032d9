package io.github.cloudwatchlogging.spool;

/**
 * Hears what an operator should know of the spool, once each time that it begins or ends.
 * Called on the engine's threads.
 */
public interface SpoolListener {

	/**
	 * No file can be had: new events are kept in memory, where they do not survive the
	 * process.
	 * @param cause why
	 */
	void spoolFailing(Throwable cause);

	/**
	 * New events are kept in files again.
	 */
	void spoolWorking();

	/**
	 * Events of processes that have ended are being delivered.
	 * @param events how many
	 * @param processes how many processes left them
	 */
	void eventsRecovered(long events, int processes);

	/**
	 * What a process left cannot be taken over now; it is tried again at the next start.
	 * @param owner the process, as its directory is named
	 * @param cause why
	 */
	void recoveryFailed(String owner, Throwable cause);

	/**
	 * A batch file is damaged. Told once; further ones are counted.
	 * @param path the file
	 * @param reason what is wrong with it
	 */
	void batchFileDamaged(String path, String reason);

}
