package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A directory of batch files, and the lock that says that somebody lives who owns it. The
 * operating system gives the lock back when the process ends, however it ends. Used by
 * one thread at a time.
 */
final class OwnerDirectory {

	static final Set<PosixFilePermission> FILE_PERMISSIONS = PosixFilePermissions.fromString("rw-------");

	static final Set<PosixFilePermission> DIRECTORY_PERMISSIONS = PosixFilePermissions.fromString("rwx------");

	static final String LEFT_PREFIX = "left-";

	static final String LOCK_FILE = "owner.lock";

	private final FileChannel lockChannel;

	private final Path path;

	private OwnerDirectory(Path path, FileChannel lockChannel) {
		this.path = path;
		this.lockChannel = lockChannel;
	}

	/**
	 * Makes a directory. It has another name until it is locked, so that nobody takes it
	 * for one whose owner has ended.
	 */
	static OwnerDirectory create(Path unfinished, Path path) throws IOException {
		Files.createDirectory(unfinished, PosixFilePermissions.asFileAttribute(DIRECTORY_PERMISSIONS));
		OwnerDirectory created = claim(unfinished, path);
		if (created == null) {
			throw new IOException("Somebody else has locked " + unfinished);
		}
		return created;
	}

	/**
	 * Takes a directory whose owner has ended, and gives it a new name.
	 * @return the directory, or {@code null} if its owner lives
	 */
	static @Nullable OwnerDirectory claim(Path path, Path newPath) throws IOException {
		FileChannel channel = FileChannel.open(path.resolve(LOCK_FILE),
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
				PosixFilePermissions.asFileAttribute(FILE_PERMISSIONS));
		if (channel.tryLock() == null) {
			channel.close();
			return null;
		}
		try {
			Files.move(path, newPath, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			// Its owner left it meanwhile under another name, under which it is to be
			// free.
			channel.close();
			throw ex;
		}
		return new OwnerDirectory(newPath, channel);
	}

	Path path() {
		return this.path;
	}

	/**
	 * Leaves the directory to whoever comes next.
	 */
	void leave() throws IOException {
		try (this.lockChannel) {
			Files.move(this.path, this.path.resolveSibling(LEFT_PREFIX + this.path.getFileName()),
					StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/**
	 * Deletes the directory, in which nothing is left.
	 */
	void delete() throws IOException {
		try (this.lockChannel) {
			Files.deleteIfExists(this.path.resolve(LOCK_FILE));
			Files.deleteIfExists(this.path);
		}
	}

}
