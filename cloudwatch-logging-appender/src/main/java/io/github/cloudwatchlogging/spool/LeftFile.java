package io.github.cloudwatchlogging.spool;

import java.nio.file.Path;

/**
 * A batch file that another process left. Thread-safe.
 */
final class LeftFile {

	private final Path path;

	private final long bytes;

	private final LeftFiles all;

	private volatile boolean damaged;

	LeftFile(Path path, long bytes, boolean damaged, LeftFiles all) {
		this.path = path;
		this.bytes = bytes;
		this.damaged = damaged;
		this.all = all;
	}

	Path path() {
		return this.path;
	}

	long bytes() {
		return this.bytes;
	}

	boolean isDamaged() {
		return this.damaged;
	}

	/**
	 * What was readable is not any more.
	 */
	void damaged() {
		this.damaged = true;
	}

	/**
	 * All its events have ended.
	 */
	void ended() {
		this.all.ended(this);
	}

}
