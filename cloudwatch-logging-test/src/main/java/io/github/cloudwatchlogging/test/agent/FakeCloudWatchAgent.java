package io.github.cloudwatchlogging.test.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads log files as the CloudWatch agent does: looks for files each second and opens the
 * newest that matches, or all with {@code publish_multi_logs}; polls each open file four
 * times a second; remembers by the file's path how far it has come; takes the first time
 * in a line; holds the last line back for five seconds; and with {@code auto_removal}
 * deletes a file once it has read it and found a newer one. Its time is what a test
 * {@linkplain #advance(Duration) lets pass}. Not thread-safe.
 */
public final class FakeCloudWatchAgent {

	private static final Duration POLL = Duration.ofMillis(250);

	private static final int POLLS_A_SECOND = 4;

	private static final int POLLS_AN_HOUR = 3600 * POLLS_A_SECOND;

	private final List<CollectEntry> entries;

	private final Map<CollectEntry, Map<Path, Tailer>> tailers = new LinkedHashMap<>();

	private final Map<Path, Long> state = new HashMap<>();

	private final List<SentLine> sent = new ArrayList<>();

	private Instant now;

	private long polls;

	private boolean running = true;

	/**
	 * Creates a running agent.
	 * @param configuration its configuration as JSON
	 * @param now its time
	 */
	public FakeCloudWatchAgent(String configuration, Instant now) {
		this.entries = CollectEntry.parse(configuration);
		this.entries.forEach((entry) -> this.tailers.put(entry, new LinkedHashMap<>()));
		this.now = now;
	}

	/**
	 * Lets time pass. A stopped agent does nothing meanwhile.
	 * @param duration how much
	 */
	public void advance(Duration duration) {
		for (long step = 0; step < duration.dividedBy(POLL); step++) {
			this.now = this.now.plus(POLL);
			if (this.running) {
				poll(this.polls++);
			}
		}
	}

	private void poll(long number) {
		if (number % POLLS_A_SECOND == 0) {
			this.entries.forEach(this::look);
			open().forEach(Tailer::tick);
		}
		if (number % POLLS_AN_HOUR == 0) {
			this.state.keySet().removeIf((path) -> !Files.exists(path));
		}
		open().forEach(Tailer::poll);
		this.tailers.values().forEach((ofEntry) -> ofEntry.values().removeIf(Tailer::isEnded));
	}

	private List<Tailer> open() {
		return this.tailers.values().stream().flatMap((ofEntry) -> ofEntry.values().stream()).toList();
	}

	private void look(CollectEntry entry) {
		Map<Path, Tailer> ofEntry = this.tailers.getOrDefault(entry, Map.of());
		for (Path path : entry.targets()) {
			if (ofEntry.containsKey(path)) {
				continue;
			}
			if (entry.autoRemoval()) {
				remove(ofEntry);
			}
			Tailer.Sink sink = new Tailer.Sink(this.sent::add, (offset) -> this.state.put(path, offset),
					() -> this.now);
			ofEntry.put(path, Tailer.open(path, this.state.getOrDefault(path, 0L), entry, sink));
		}
	}

	private static void remove(Map<Path, Tailer> tailers) {
		for (Map.Entry<Path, Tailer> tailer : tailers.entrySet()) {
			try {
				tailer.getValue().finish();
				Files.deleteIfExists(tailer.getKey());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		tailers.clear();
	}

	/**
	 * Ends the agent at once. How far it has handed lines on is remembered.
	 */
	public void stop() {
		this.running = false;
		open().forEach(Tailer::close);
		this.tailers.values().forEach(Map::clear);
	}

	/**
	 * Starts it again.
	 */
	public void start() {
		this.running = true;
	}

	/**
	 * Returns what it has handed on so far.
	 * @return the events in their order
	 */
	public List<SentLine> sent() {
		return List.copyOf(this.sent);
	}

}
