package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sets damaged files aside, counts them, and tells of the first. Thread-safe.
 */
final class DamagedFiles {

	private final SpoolDirectory directory;

	private final SpoolListener listener;

	private final AtomicLong count = new AtomicLong();

	DamagedFiles(SpoolDirectory directory, SpoolListener listener) {
		this.directory = directory;
		this.listener = listener;
	}

	void setAside(Path file, String reason) throws IOException {
		Path aside = this.directory.setAside(file);
		if (this.count.incrementAndGet() == 1) {
			this.listener.batchFileDamaged(aside.toString(), reason);
		}
	}

	long count() {
		return this.count.get();
	}

}
