package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.settings.AgentSettings;
import org.jspecify.annotations.Nullable;

/**
 * Holds the files of a directory, those of other processes included, to their greatest
 * age and their greatest size together. A file that may still be written is never
 * deleted: one that this process has open, or one of another process whose hour is not
 * long past. Thread-safe.
 */
final class Room {

	private static final Pattern DIRECTORY = Pattern.compile(".*-[0-9a-f]{8}");

	private static final Pattern FILE = Pattern.compile(".+\\.log\\.(\\d{4}-\\d{2}-\\d{2}_\\d{2})(?:\\.\\d{1,8})?");

	private final AgentSettings settings;

	private final long maxFileBytes;

	private final InstantSource clock;

	private final Set<Path> open = new HashSet<>();

	/**
	 * When the files that this process had open were closed, in milliseconds since the
	 * epoch.
	 */
	private final Map<Path, Long> closed = new HashMap<>();

	Room(AgentSettings settings, long maxFileBytes, InstantSource clock) {
		this.settings = settings;
		this.maxFileBytes = maxFileBytes;
		this.clock = clock;
	}

	synchronized void opened(Path path) {
		this.open.add(path);
	}

	synchronized void closed(Path path) {
		this.open.remove(path);
		this.closed.put(path, this.clock.millis());
	}

	/**
	 * Deletes what is too old, and then the oldest, until there is room for one file
	 * more.
	 * @throws IOException if there is none, or the directory cannot be read
	 */
	synchronized void make() throws IOException {
		List<Kept> kept = new ArrayList<>(find());
		this.closed.keySet().retainAll(kept.stream().map(Kept::path).toList());
		kept.sort(Comparator.comparing(Kept::period).thenComparing(Kept::path));
		long taken = kept.stream().mapToLong(this::reserved).sum();
		long limit = this.settings.maxBytes() - this.maxFileBytes;
		for (Kept file : kept) {
			if (isDeletable(file) && (taken > limit || isTooOld(file))) {
				Files.deleteIfExists(file.path());
				taken -= file.size();
			}
		}
		if (taken > limit) {
			throw new IOException("agent.max-size is used up: " + taken + " bytes of files that may still be written");
		}
	}

	private long reserved(Kept file) {
		return this.open.contains(file.path()) ? Math.max(file.size(), this.maxFileBytes) : file.size();
	}

	private boolean isDeletable(Kept file) {
		if (this.open.contains(file.path())) {
			return false;
		}
		return this.closed.containsKey(file.path()) || file.period().compareTo(lastPeriod()) < 0;
	}

	// What waits for its batch when the hour ends is written soon after.
	private Period lastPeriod() {
		return Period.of(this.clock.millis() - this.settings.roll().toMillis(), this.settings.roll());
	}

	// Old events that were written late have to be read first.
	private boolean isTooOld(Kept file) {
		long end = file.period().startMillis() + this.settings.roll().toMillis();
		return Math.max(end, this.closed.getOrDefault(file.path(), end)) < this.clock.millis()
				- this.settings.maxAge().toMillis();
	}

	private List<Kept> find() throws IOException {
		if (!Files.isDirectory(this.settings.directory())) {
			return List.of();
		}
		try (Stream<Path> directories = Files.list(this.settings.directory())) {
			return directories.filter((path) -> DIRECTORY.matcher(path.getFileName().toString()).matches())
				.flatMap(Room::filesOf)
				.toList();
		}
		catch (UncheckedIOException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	private static Stream<Kept> filesOf(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map(Room::kept).flatMap(Stream::ofNullable).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable Kept kept(Path path) {
		Matcher name = FILE.matcher(path.getFileName().toString());
		Period period = name.matches() ? Period.parse(name.group(1)) : null;
		try {
			return (period != null) ? new Kept(path, period, Files.size(path)) : null;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Kept(Path path, Period period, long size) {
	}

}
