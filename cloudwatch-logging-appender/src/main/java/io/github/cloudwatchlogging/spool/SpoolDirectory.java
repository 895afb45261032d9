package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * The directory that processes share: in it one directory for each, and the damaged files
 * that were set aside. Thread-safe.
 */
public final class SpoolDirectory {

	static final String DAMAGED_SUFFIX = ".damaged";

	private static final String SETTING = "spool.directory";

	private static final String UNFINISHED_PREFIX = "new-";

	/**
	 * The names of directories that are ours; any other is none of our business.
	 */
	private static final Pattern OWNER_NAME = Pattern.compile("(new-|left-)?\\d+-\\d+-[0-9a-f]{8}");

	/**
	 * What is unfinished for so long was left by a process that ended meanwhile.
	 */
	private static final Duration LONGEST_START = Duration.ofMinutes(1);

	private static final int MOST_DAMAGED_FILES = 64;

	private final Path path;

	/**
	 * Begins the names of this process' directories. They are told by their names,
	 * because on POSIX systems a process that closes a file gives back all its locks on
	 * that file.
	 */
	private final String processMark;

	private SpoolDirectory(Path path) {
		this.path = path;
		ProcessHandle process = ProcessHandle.current();
		this.processMark = process.pid() + "-"
				+ process.info().startInstant().map(Instant::toEpochMilli).orElseGet(System::currentTimeMillis) + "-";
	}

	/**
	 * Makes the directory if it is missing. One that is there stays as it is; what is
	 * made in it is ours alone in any case.
	 * @param path where it is
	 * @return the directory
	 * @throws InvalidSettingException if it can never be used: it is a symbolic link or a
	 * file, somebody else's, writable by others or not by us, or on a file system without
	 * POSIX permissions
	 */
	public static SpoolDirectory open(Path path) {
		try {
			return new SpoolDirectory(prepared(path.toAbsolutePath()));
		}
		catch (AccessDeniedException ex) {
			throw unusable(path, "It is not writable.", ex);
		}
		catch (UnsupportedOperationException ex) {
			throw unusable(path, "Its file system has no POSIX permissions.", ex);
		}
		catch (IOException ex) {
			// A full disk, say: files are kept in memory until it can be used.
			return new SpoolDirectory(path.toAbsolutePath());
		}
	}

	private static Path prepared(Path path) throws IOException {
		if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OwnerDirectory.DIRECTORY_PERMISSIONS));
		}
		PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		if (!attributes.isDirectory()) {
			throw unusable(path, attributes.isSymbolicLink() ? "It is a symbolic link." : "It is no directory.", null);
		}
		Path probe = Files.createTempDirectory(path, UNFINISHED_PREFIX);
		boolean ours = Files.getOwner(probe).equals(attributes.owner());
		Files.delete(probe);
		if (!ours) {
			throw unusable(path, "It belongs to " + attributes.owner().getName() + ".", null);
		}
		if (attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
				|| attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
			throw unusable(path, "Others can write to it.", null);
		}
		return path;
	}

	private static InvalidSettingException unusable(Path path, String reason, @Nullable Throwable cause) {
		return new InvalidSettingException(SETTING, path, reason,
				"Name a directory that the application's user owns, or one below it that can be made.", cause);
	}

	/**
	 * Returns what begins the names of this process' directories.
	 */
	String processMark() {
		return this.processMark;
	}

	OwnerDirectory newOwner() throws IOException {
		Files.createDirectories(this.path, PosixFilePermissions.asFileAttribute(OwnerDirectory.DIRECTORY_PERMISSIONS));
		String name = newName();
		return OwnerDirectory.create(this.path.resolve(UNFINISHED_PREFIX + name), this.path.resolve(name));
	}

	private String newName() {
		return this.processMark + UUID.randomUUID().toString().substring(0, 8);
	}

	/**
	 * Returns the directories whose owners may have ended.
	 */
	List<Path> candidates() throws IOException {
		List<Path> candidates = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.path)) {
			for (Path entry : entries) {
				if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && mayHaveEnded(entry)) {
					candidates.add(entry);
				}
			}
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		candidates.sort(Comparator.naturalOrder());
		return candidates;
	}

	private boolean mayHaveEnded(Path entry) throws IOException {
		String name = entry.getFileName().toString();
		if (!OWNER_NAME.matcher(name).matches()) {
			return false;
		}
		if (name.startsWith(UNFINISHED_PREFIX)) {
			return !name.startsWith(this.processMark, UNFINISHED_PREFIX.length())
					&& Files.getLastModifiedTime(entry).toInstant().isBefore(Instant.now().minus(LONGEST_START));
		}
		return !name.startsWith(this.processMark);
	}

	/**
	 * Takes a directory whose owner has ended, and makes it this process'.
	 * @return the directory, or {@code null} if its owner lives, or somebody was faster
	 */
	@Nullable OwnerDirectory claim(Path candidate) throws IOException {
		// The one lock that engines of several class loaders share: two that claim the
		// same directory at once would give back each other's file lock.
		synchronized (("cloudwatch-logs-spool " + this.path).intern()) {
			try {
				return OwnerDirectory.claim(candidate, this.path.resolve(newName()));
			}
			catch (NoSuchFileException | OverlappingFileLockException ex) {
				return null;
			}
		}
	}

	boolean isOurs(Path file) throws IOException {
		PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		return attributes.isRegularFile()
				&& attributes.owner().equals(Files.getOwner(this.path, LinkOption.NOFOLLOW_LINKS));
	}

	/**
	 * Keeps a damaged file where nobody delivers it again, and of all damaged ones the
	 * newest.
	 * @return where it is now
	 */
	Path setAside(Path file) throws IOException {
		Path aside = this.path
			.resolve(UUID.randomUUID().toString().substring(0, 8) + "-" + file.getFileName() + DAMAGED_SUFFIX);
		Files.move(file, aside);
		List<Path> damaged = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.path, "*" + DAMAGED_SUFFIX)) {
			entries.forEach(damaged::add);
		}
		damaged.sort(Comparator.comparing((entry) -> entry.toFile().lastModified()));
		for (Path oldest : damaged.subList(0, Math.max(0, damaged.size() - MOST_DAMAGED_FILES))) {
			Files.deleteIfExists(oldest);
		}
		return aside;
	}

}
