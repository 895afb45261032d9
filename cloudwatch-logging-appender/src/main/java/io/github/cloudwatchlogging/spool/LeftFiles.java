package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.cloudwatchlogging.batch.ByteBudget;

/**
 * The batch files in one directory that was taken over. Any thread says that one of them
 * has ended; the keeper, in its turn, deletes it or sets it aside.
 */
final class LeftFiles {

	private final OwnerDirectory owner;

	private final DamagedFiles damagedFiles;

	private final ByteBudget budget;

	private final Runnable wakeKeeper;

	private final Set<LeftFile> pending = ConcurrentHashMap.newKeySet();

	private final Queue<LeftFile> ended = new ConcurrentLinkedQueue<>();

	private volatile boolean complete;

	LeftFiles(OwnerDirectory owner, DamagedFiles damagedFiles, ByteBudget budget, Runnable wakeKeeper) {
		this.owner = owner;
		this.damagedFiles = damagedFiles;
		this.budget = budget;
		this.wakeKeeper = wakeKeeper;
	}

	void add(LeftFile file) {
		this.pending.add(file);
		this.budget.reserve(file.bytes());
	}

	/**
	 * All files of the directory were added.
	 */
	void complete() {
		this.complete = true;
		this.wakeKeeper.run();
	}

	void ended(LeftFile file) {
		this.ended.add(file);
		this.budget.release(file.bytes());
		this.wakeKeeper.run();
	}

	/**
	 * Deletes what has ended. The keeper's.
	 * @return whether nothing is left, not even the directory
	 */
	boolean clean() throws IOException {
		for (LeftFile file = this.ended.poll(); file != null; file = this.ended.poll()) {
			this.pending.remove(file);
			if (file.isDamaged()) {
				this.damagedFiles.setAside(file.path(), "some of its events are not whole");
			}
			else {
				Files.deleteIfExists(file.path());
			}
		}
		if (this.complete && this.pending.isEmpty()) {
			this.owner.delete();
			return true;
		}
		return false;
	}

	/**
	 * Leaves what has not ended to whoever comes next. The keeper's, and its last.
	 */
	void leave() throws IOException {
		if (!clean()) {
			this.owner.leave();
		}
	}

}
