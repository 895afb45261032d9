package io.github.cloudwatchlogging.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchStore;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Appended;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import io.github.cloudwatchlogging.settings.SpoolSync;
import io.github.cloudwatchlogging.spool.Spool;
import io.github.cloudwatchlogging.spool.SpoolListener;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to append an encoded event of 200 bytes to the open batch of one stream,
 * in memory and in a file, and to begin and seal a batch. Whoever fills a batch settles
 * it as delivered, so that no buffer fills. Threads by JMH's option {@code -t}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class AppendBenchmark {

	private static final long TIME = 1_800_000_000_000L;

	private static final Destination DESTINATION = new Destination("benchmark", "benchmark");

	private static final long ROOM = 256L * 1024 * 1024;

	@Param
	private Place place = Place.MEMORY;

	private final byte[] message = "x".repeat(200).getBytes(StandardCharsets.UTF_8);

	private final RoomSignal signal = new RoomSignal();

	private final HeapStore memory = new HeapStore(new ByteBudget(ROOM, 1, this.signal));

	private Path directory = Path.of("");

	private @Nullable Spool spool;

	private @Nullable Lane lane;

	@Setup(Level.Trial)
	public void open() throws IOException {
		this.directory = Files.createTempDirectory("append");
		BatchStore store = this.memory;
		if (this.place == Place.FILE) {
			this.spool = new Spool(new SpoolSettings(true, this.directory, ROOM, SpoolSync.NONE, Duration.ofSeconds(1)),
					BatchSettings.DEFAULT, 1, this.memory, this.signal, new Unheard(), System::nanoTime,
					InstantSource.system());
			store = this.spool.store();
			this.spool.runOnce(System.nanoTime());
		}
		this.lane = new Lanes(BatchSettings.DEFAULT, store, System::nanoTime, LossObserver.NONE).lane(DESTINATION);
	}

	@TearDown(Level.Trial)
	public void close() throws IOException {
		lane().seal();
		deliver();
		if (this.spool != null) {
			this.spool.close();
		}
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	private Lane lane() {
		if (this.lane == null) {
			throw new IllegalStateException("Not opened");
		}
		return this.lane;
	}

	@Benchmark
	public Appended append() {
		Appended appended = appendOnce();
		while (appended == Appended.NOT_READY) {
			// Another thread has filled a file and is about to settle it.
			deliver();
			appended = appendOnce();
		}
		if (appended == Appended.BATCH_FULL) {
			deliver();
		}
		return appended;
	}

	private Appended appendOnce() {
		return lane().append(Severity.HIGH, TIME, MessageBytes.lent(this.message, this.message.length));
	}

	/**
	 * One thread begins, seals and settles a batch of one event.
	 */
	@Benchmark
	@Threads(1)
	public Appended appendAndSeal() {
		Appended appended = appendOnce();
		lane().seal();
		deliver();
		return appended;
	}

	private void deliver() {
		for (Batch batch = lane().take(false); batch != null; batch = lane().take(false)) {
			lane().settle(batch, Settlement.delivered(batch.pending()));
			lane().giveBack(batch);
		}
	}

	/**
	 * Where the bytes of a batch are.
	 */
	public enum Place {

		/**
		 * In an array.
		 */
		MEMORY,

		/**
		 * In a file of the spool.
		 */
		FILE

	}

	/**
	 * Fails loudly: no file of a benchmark is to fail.
	 */
	private static final class Unheard implements SpoolListener {

		@Override
		public void spoolFailing(Throwable cause) {
			throw new IllegalStateException(cause);
		}

		@Override
		public void spoolWorking() {
			throw new IllegalStateException("It failed before");
		}

		@Override
		public void eventsRecovered(long events, int processes) {
			throw new IllegalStateException("Nothing was left");
		}

		@Override
		public void recoveryFailed(String owner, Throwable cause) {
			throw new IllegalStateException(cause);
		}

		@Override
		public void batchFileDamaged(String path, String reason) {
			throw new IllegalStateException(path);
		}

	}

}
