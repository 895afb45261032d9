package io.github.cloudwatchlogging.benchmarks.peers;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An appender with the settings that suit it best. Its configuration file says what they
 * are, and why.
 */
enum Contender {

	NONE("no appender", "logback", "none.xml", Kind.NOTHING),

	FILE("FileAppender, no flush", "logback", "file.xml", Kind.FILE),

	FLUSHED_FILE("FileAppender, each event flushed", "logback", "flushed-file.xml", Kind.FILE),

	ASYNC_FILE("AsyncAppender, FileAppender", "logback", "async-file.xml", Kind.FILE),

	MEMORY("**this project**", "cloudwatch-logging", "memory.xml", Kind.SHIPPER),

	SPOOL("**this project, crash-safe**", "cloudwatch-logging", "spool.xml", Kind.SHIPPER),

	GZIP("**this project, gzip**", "cloudwatch-logging", "gzip.xml", Kind.SHIPPER),

	J256("j256 2.1", "j256", "logback.xml", Kind.SHIPPER_TO_WAIT_FOR),

	KDGREGORY("kdgregory 3.0.1", "kdgregory", "bounded.xml", Kind.SHIPPER_TO_WAIT_FOR),

	KDGREGORY_UNBOUNDED("kdgregory 3.0.1, heap of 4 GB", "kdgregory", "unbounded.xml", Kind.SHIPPER_TO_WAIT_FOR),

	PJER("ca.pjer 1.6.0", "pjer", "logback.xml", Kind.SHIPPER),

	DIBOG("dibog 2.0.0", "dibog", "logback.xml", Kind.SHIPPER_TO_WAIT_FOR);

	private static final Path BENCHMARKS = Path.of("benchmarks");

	private static final Path PEERS = BENCHMARKS.resolve("peers");

	private final String title;

	private final String directory;

	private final String configuration;

	private final Kind kind;

	Contender(String title, String directory, String configuration, Kind kind) {
		this.title = title;
		this.directory = directory;
		this.configuration = configuration;
		this.kind = kind;
	}

	String title() {
		return this.title;
	}

	Kind kind() {
		return this.kind;
	}

	boolean isOurs() {
		return this.directory.equals("cloudwatch-logging");
	}

	boolean isPeer() {
		return this.kind.ships() && !isOurs();
	}

	int heapMegabytes() {
		return (this == KDGREGORY_UNBOUNDED) ? 4096 : 256;
	}

	Path configurationFile() {
		return PEERS.resolve(this.directory).resolve(this.configuration);
	}

	/**
	 * Returns the class path, for a process in the project's root directory.
	 */
	String classPath() {
		Path target = PEERS.resolve(this.directory).resolve("target");
		Stream<Path> libraries = isOurs() ? Stream.of(BENCHMARKS.resolve("target/appender-lib"))
				: Stream.of(target.resolve("classes"), target.resolve("lib"));
		return Stream.concat(Stream.of(BENCHMARKS.resolve("target/classes")), libraries)
			.map((path) -> path.endsWith("classes") ? path.toString() : path.resolve("*").toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Where its events go.
	 */
	enum Kind {

		/**
		 * Nowhere.
		 */
		NOTHING,

		/**
		 * To a file.
		 */
		FILE,

		/**
		 * To the service, and its end waits until they are there.
		 */
		SHIPPER,

		/**
		 * To the service, but its end gives up on what is left. It is given the time
		 * before.
		 */
		SHIPPER_TO_WAIT_FOR;

		boolean ships() {
			return this == SHIPPER || this == SHIPPER_TO_WAIT_FOR;
		}

	}

}
