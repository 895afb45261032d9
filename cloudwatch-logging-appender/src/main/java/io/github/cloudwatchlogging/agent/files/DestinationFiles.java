package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The files of one destination that this process writes: one for each of the last
 * periods. A file that was closed is never opened again, and no name is used twice: the
 * agent knows a file by its path and how far it has read. Thread-safe.
 */
final class DestinationFiles {

	private static final int MOST_OPEN = 3;

	private final Path directory;

	private final String stem;

	private final Duration roll;

	private final long maxFileBytes;

	private final Room room;

	private final FileOpener opener;

	private final Map<Period, LineFile> open = new LinkedHashMap<>(MOST_OPEN, 1, true);

	DestinationFiles(Path directory, String stem, Duration roll, long maxFileBytes, Room room, FileOpener opener) {
		this.directory = directory;
		this.stem = stem;
		this.roll = roll;
		this.maxFileBytes = maxFileBytes;
		this.room = room;
		this.opener = opener;
	}

	/**
	 * Writes lines, each into the file of its period, until one cannot be written.
	 */
	synchronized Written write(Lines lines) {
		int next = 0;
		try {
			while (next < lines.count()) {
				Period period = lines.period(next, this.roll);
				LineFile file = fileFor(period, lines.length(next, next + 1));
				int end = lines.endOfRun(next, this.roll, this.maxFileBytes - file.size());
				LineFile.Appended appended = file.append(lines.bytes(next, end));
				int whole = lines.wholeLines(next, appended.bytes());
				if (lines.length(next, next + whole) < appended.bytes()) {
					file.abandon();
				}
				next += whole;
				if (appended.failure() != null) {
					return new Written(next, appended.failure());
				}
			}
			return new Written(next, null);
		}
		catch (IOException ex) {
			return new Written(next, ex);
		}
	}

	private LineFile fileFor(Period period, int length) throws IOException {
		LineFile file = this.open.get(period);
		boolean full = file != null && file.size() > 0 && file.size() + length > this.maxFileBytes;
		if (file != null && (full || !file.isWritable())) {
			this.open.remove(period);
			close(file);
			file = null;
		}
		if (file == null) {
			this.room.make();
			file = create(period);
			this.open.put(period, file);
			closeExcess();
		}
		return file;
	}

	private void closeExcess() {
		List<Period> eldestFirst = new ArrayList<>(this.open.keySet());
		for (Period period : eldestFirst.subList(0, Math.max(0, eldestFirst.size() - MOST_OPEN))) {
			LineFile file = this.open.remove(period);
			if (file != null) {
				close(file);
			}
		}
	}

	private LineFile create(Period period) throws IOException {
		Files.createDirectories(this.directory);
		String name = this.stem + FileNames.INFIX + period.name();
		int number = lastNumber(name) + 1;
		while (true) {
			Path path = this.directory.resolve((number == 1) ? name : name + "." + number);
			try {
				LineFile file = new LineFile(path, this.opener.create(path));
				this.room.opened(path);
				return file;
			}
			catch (FileAlreadyExistsException ex) {
				number++;
			}
		}
	}

	private int lastNumber(String name) throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((path) -> path.getFileName().toString())
				.filter((file) -> file.startsWith(name))
				.mapToInt((file) -> number(file.substring(name.length())))
				.max()
				.orElse(0);
		}
	}

	private static int number(String suffix) {
		return suffix.isEmpty() ? 1 : suffix.matches("\\.\\d{1,8}") ? Integer.parseInt(suffix.substring(1)) : 0;
	}

	synchronized void close() {
		this.open.values().forEach(this::close);
		this.open.clear();
	}

	private void close(LineFile file) {
		file.close();
		this.room.closed(file.path());
	}

	/**
	 * What became of lines.
	 *
	 * @param count how many are in files, from the first on
	 * @param failure why the next is not, or {@code null} if all are
	 */
	record Written(int count, @Nullable IOException failure) {
	}

}
