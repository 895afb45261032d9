package io.github.cloudwatchlogging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The resident memory of this process, as Linux counts it.
 */
public final class ResidentMemory {

	private static final Path STATUS = Path.of("/proc/self/status");

	private ResidentMemory() {
	}

	static long kilobytes() throws IOException {
		return figure("VmRSS:");
	}

	/**
	 * Returns the most that it was.
	 * @return KiB
	 * @throws IOException where there is no Linux
	 */
	public static long peakKilobytes() throws IOException {
		return figure("VmHWM:");
	}

	private static long figure(String name) throws IOException {
		return Files.readAllLines(STATUS)
			.stream()
			.filter((line) -> line.startsWith(name))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

}
