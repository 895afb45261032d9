package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.agent.files.WritingProcess.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes of their own that write files of the same name into one directory.
 */
class RollingProcessesTests {

	private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

	private static final int HOURS = 7;

	private static final List<String> NAMES = List.of("one", "other");

	@TempDir
	private Path directory;

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void endProcesses() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void fourThreadsOfEachOfTwoProcessesWriteEachEventIntoOneFileOfItsHour() throws Exception {
		for (String name : NAMES) {
			this.processes.add(start(name));
		}
		for (int hour = 0; hour < HOURS; hour++) {
			String time = START.plus(Duration.ofHours(hour)).toString();
			for (Process process : this.processes) {
				OutputStream clock = process.getOutputStream();
				clock.write((time + "\n").getBytes(StandardCharsets.UTF_8));
				clock.flush();
			}
			for (Process process : this.processes) {
				assertThat(process.inputReader().readLine()).isEqualTo(time);
			}
		}
		for (Process process : this.processes) {
			process.outputWriter().close();
			assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).isZero();
		}
		List<String> lines = new ArrayList<>();
		List<Path> files = WritingProcess.files(this.directory);
		for (Path file : files) {
			List<String> linesOfFile = Files.readAllLines(file);
			assertThat(linesOfFile).as(file.toString())
				.isNotEmpty()
				.allSatisfy((line) -> assertThat(hourOf(line)).isEqualTo(hourOf(file)));
			lines.addAll(linesOfFile);
		}
		assertThat(files).hasSizeGreaterThanOrEqualTo(NAMES.size() * HOURS);
		assertThat(lines).containsExactlyInAnyOrderElementsOf(written());
	}

	private Process start(String name) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				RollingApplication.class.getName(), name, this.directory.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private static List<String> written() {
		List<String> written = new ArrayList<>();
		for (String name : NAMES) {
			for (int hour = 0; hour < HOURS; hour++) {
				for (int thread = 0; thread < RollingApplication.THREADS; thread++) {
					for (int batch = 0; batch < RollingApplication.BATCHES; batch++) {
						Instant time = START.plus(Duration.ofHours(hour));
						for (Event event : RollingApplication.batch(name, time, thread, batch)) {
							written.add(event.message());
						}
					}
				}
			}
		}
		return written;
	}

	private static String hourOf(Path file) {
		return file.getFileName().toString().replaceFirst("orders-host-1\\.log\\.([0-9_-]+)(\\.\\d+)?", "$1");
	}

	private static String hourOf(String line) {
		String time = JsonMapper.shared().readTree(line).path("timestamp").asString();
		return time.substring(0, 10) + "_" + time.substring(11, 13);
	}

}
