package io.github.cloudwatchlogging.spool;

import java.io.IOException;

import io.github.cloudwatchlogging.batch.EventRecords;
import io.github.cloudwatchlogging.batch.EventVisitor;
import io.github.cloudwatchlogging.batch.UnreadableBatchException;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;

/**
 * The records of a batch that another process left. Its bytes stay in the file and are
 * read when they are needed, so that a large backlog takes no memory.
 */
final class RecoveredRecords implements EventRecords {

	private final LeftFile file;

	private final BatchFile.Usable contents;

	RecoveredRecords(LeftFile file, BatchFile.Usable contents) {
		this.file = file;
		this.contents = contents;
	}

	@Override
	public Appending append(long timestamp, MessageBytes message, Severity severity) {
		return Appending.BROKEN;
	}

	@Override
	public void forEach(EventVisitor visitor) {
		try {
			byte[] content = BatchFileReader.load(this.file.path());
			if (!BatchFileReader.examine(content).equals(this.contents)) {
				this.file.damaged();
				throw new UnreadableBatchException(this.file.path() + " has changed", null);
			}
			new RecordScanner(content, this.contents.header()).scan(visitor);
		}
		catch (IOException ex) {
			this.file.damaged();
			throw new UnreadableBatchException(this.file.path() + " cannot be read", ex);
		}
	}

	@Override
	public void release() {
		this.file.ended();
	}

	@Override
	public boolean leave() {
		return true;
	}

}
