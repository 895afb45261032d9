package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.settings.BatchSettings;

/**
 * Takes over the directories of processes that have ended, and hands on the batches in
 * them in the order in which they were opened. Runs on a thread of its own, beside the
 * delivery of new events.
 */
final class Recovery {

	private final SpoolDirectory directory;

	private final DamagedFiles damagedFiles;

	private final BatchSettings settings;

	private final Function<OwnerDirectory, LeftFiles> takeOver;

	private final SpoolListener listener;

	private final LongSupplier nanoClock;

	private final InstantSource clock;

	private final BooleanSupplier stopped;

	Recovery(SpoolDirectory directory, DamagedFiles damagedFiles, BatchSettings settings,
			Function<OwnerDirectory, LeftFiles> takeOver, SpoolListener listener, LongSupplier nanoClock,
			InstantSource clock, BooleanSupplier stopped) {
		this.directory = directory;
		this.damagedFiles = damagedFiles;
		this.settings = settings;
		this.takeOver = takeOver;
		this.listener = listener;
		this.nanoClock = nanoClock;
		this.clock = clock;
		this.stopped = stopped;
	}

	void run(Consumer<RecoveredBatch> consumer) throws IOException {
		List<LeftFiles> takenOver = new ArrayList<>();
		List<List<Found>> found = new ArrayList<>();
		for (Path candidate : this.directory.candidates()) {
			if (!this.stopped.getAsBoolean()) {
				takeOver(candidate, takenOver, found);
			}
		}
		found.sort(Comparator.comparingLong((files) -> files.get(0).contents().header().createdMillis()));
		long events = found.stream().flatMap(List::stream).mapToLong((file) -> handOn(file, consumer)).sum();
		if (!this.stopped.getAsBoolean()) {
			takenOver.forEach(LeftFiles::complete);
		}
		if (events > 0) {
			this.listener.eventsRecovered(events, takenOver.size());
		}
	}

	private void takeOver(Path candidate, List<LeftFiles> takenOver, List<List<Found>> found) {
		try {
			OwnerDirectory owner = this.directory.claim(candidate);
			if (owner != null) {
				LeftFiles leftFiles = this.takeOver.apply(owner);
				takenOver.add(leftFiles);
				List<Found> files = examineAll(owner, leftFiles);
				if (!files.isEmpty()) {
					found.add(files);
				}
			}
		}
		catch (IOException ex) {
			this.listener.recoveryFailed(candidate.getFileName().toString(), ex);
		}
	}

	private List<Found> examineAll(OwnerDirectory owner, LeftFiles leftFiles) throws IOException {
		List<Found> found = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(owner.path(),
				(file) -> !file.endsWith(OwnerDirectory.LOCK_FILE))) {
			for (Path file : files) {
				examine(file, leftFiles, found);
			}
		}
		// Not by their times: the clock may have been set back while the process ran.
		found.sort(Comparator.comparingLong((file) -> file.contents().header().sequence()));
		return found;
	}

	private void examine(Path file, LeftFiles leftFiles, List<Found> found) throws IOException {
		if (file.toString().endsWith(MappedFileMaker.UNFINISHED_SUFFIX)) {
			Files.delete(file);
			return;
		}
		BatchFile contents = contents(file);
		if (contents instanceof BatchFile.Free) {
			Files.delete(file);
		}
		else if (contents instanceof BatchFile.Unusable unusable) {
			this.damagedFiles.setAside(file, unusable.reason());
		}
		else if (contents instanceof BatchFile.Usable usable) {
			LeftFile leftFile = new LeftFile(file, Files.size(file), usable.damage() != null, leftFiles);
			leftFiles.add(leftFile);
			found.add(new Found(leftFile, usable));
		}
	}

	private BatchFile contents(Path file) {
		try {
			return this.directory.isOurs(file) ? BatchFileReader.examine(BatchFileReader.load(file))
					: new BatchFile.Unusable("it is a link, no file, or somebody else's");
		}
		catch (IOException ex) {
			return new BatchFile.Unusable(ex.toString());
		}
	}

	private long handOn(Found file, Consumer<RecoveredBatch> consumer) {
		if (this.stopped.getAsBoolean()) {
			return 0;
		}
		BatchFileHeader header = file.contents().header();
		long ageMillis = Math.max(0, this.clock.millis() - header.createdMillis());
		Batch batch = Batch.recovered(this.settings, new RecoveredRecords(file.file(), file.contents()),
				this.nanoClock.getAsLong() - TimeUnit.MILLISECONDS.toNanos(ageMillis), file.contents().settled());
		consumer.accept(new RecoveredBatch(header.destination(), batch));
		return batch.pending();
	}

	private record Found(LeftFile file, BatchFile.Usable contents) {
	}

}
