package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.LogsService;
import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * Files in place of the service: an event counts as delivered once its line is in a file.
 * Nothing is forced to the disk. Thread-safe.
 */
public final class AgentFiles implements LogsService {

	/**
	 * The longest message that the agent does not cut: it reads at most 1,048,376 bytes
	 * at once, the line's end among them.
	 */
	public static final int MAX_MESSAGE_BYTES = 1024 * 1024 - 200 - 1;

	private static final int FILES_OF_A_DESTINATION = 8;

	private static final long LEAST_FILE_BYTES = 2L * 1024 * 1024;

	private final Map<Destination, DestinationFiles> files = new LinkedHashMap<>();

	private final Destination lastResort;

	private AgentFiles(AgentSettings settings, String stem, List<Destination> destinations, InstantSource clock,
			FileOpener opener) {
		long maxFileBytes = Math.max(LEAST_FILE_BYTES,
				settings.maxBytes() / (FILES_OF_A_DESTINATION * (long) destinations.size()));
		Room room = new Room(settings, maxFileBytes, clock);
		for (Destination destination : destinations) {
			this.files.put(destination, new DestinationFiles(FileNames.directory(settings.directory(), destination),
					stem, settings.roll(), maxFileBytes, room, opener));
		}
		this.lastResort = destinations.get(destinations.size() - 1);
	}

	/**
	 * Makes the directory if it is missing. No file is created before there is an event
	 * for it.
	 * @param settings where the files are, and their bounds
	 * @param stem how the names of this process' files begin
	 * @param destinations all destinations; the last is that of events whose own the
	 * agent is not told of
	 * @param clock tells how old files are
	 * @return the files
	 * @throws InvalidSettingException if the directory can never be used
	 */
	public static AgentFiles open(AgentSettings settings, String stem, List<Destination> destinations,
			InstantSource clock) {
		return open(settings, stem, destinations, clock, FileOpener.REAL);
	}

	static AgentFiles open(AgentSettings settings, String stem, List<Destination> destinations, InstantSource clock,
			FileOpener opener) {
		Path directory = settings.directory();
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new InvalidSettingException("agent.directory", directory, "It cannot be made: " + ex,
					"Name a directory in which the application may write.", ex);
		}
		if (!Files.isWritable(directory)) {
			throw new InvalidSettingException("agent.directory", directory, "It is not writable.",
					"Name a directory in which the application may write.");
		}
		return new AgentFiles(settings, stem, destinations, clock, opener);
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice events) {
		DestinationFiles target = this.files.get(destination);
		DestinationFiles.Written written = ((target != null) ? target : lastResort()).write(Lines.of(events));
		IOException failure = written.failure();
		if (failure == null) {
			return new Outcome.Delivered();
		}
		Trouble trouble = new Trouble(Trouble.Kind.STORAGE, failure.getClass().getSimpleName(),
				String.valueOf(failure.getMessage()));
		return (written.count() > 0) ? new Outcome.PartlyDelivered(written.count(), trouble)
				: new Outcome.TryLater(trouble);
	}

	// Events that were left in the spool by another configuration.
	private DestinationFiles lastResort() {
		DestinationFiles target = this.files.get(this.lastResort);
		if (target == null) {
			throw new IllegalStateException("The last destination has no files");
		}
		return target;
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		return new Outcome.Existed();
	}

	@Override
	public Outcome createLogGroup(String group) {
		return new Outcome.Existed();
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		return new Outcome.Existed();
	}

	@Override
	public void close() {
		this.files.values().forEach(DestinationFiles::close);
	}

}
