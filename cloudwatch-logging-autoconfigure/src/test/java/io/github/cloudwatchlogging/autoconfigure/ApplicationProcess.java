package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application in a JVM of its own, on the tests' class path.
 */
final class ApplicationProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Process process;

	private final Path output;

	private ApplicationProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	static ApplicationProcess start(Class<?> application, String... arguments) throws IOException {
		return start(List.of(), application, arguments);
	}

	static ApplicationProcess start(List<String> jvmOptions, Class<?> application, String... arguments)
			throws IOException {
		return start(ClassPath.ofTests(), jvmOptions, application, arguments);
	}

	/**
	 * Starts an application without the libraries whose file names begin so.
	 */
	static ApplicationProcess startWithout(String library, Class<?> application, String... arguments)
			throws IOException {
		return start(ClassPath.ofTests().without(library), List.of(), application, arguments);
	}

	static ApplicationProcess start(ClassPath classPath, List<String> jvmOptions, Class<?> application,
			String... arguments) throws IOException {
		Path output = Files.createTempFile("application", ".log");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(jvmOptions);
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath.toString(), application.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		return new ApplicationProcess(process, output);
	}

	ApplicationProcess awaitOutput(String text) {
		await().atMost(PATIENCE).until(() -> output().contains(text) || !this.process.isAlive());
		assertThat(output()).contains(text);
		return this;
	}

	/**
	 * Writes a line to the application's standard input.
	 */
	ApplicationProcess sendLine() throws IOException {
		this.process.getOutputStream().write('\n');
		this.process.getOutputStream().flush();
		return this;
	}

	/**
	 * Sends SIGTERM and returns how long the process took to end.
	 */
	Duration terminate() throws InterruptedException {
		Instant start = Instant.now();
		this.process.destroy();
		awaitExit();
		return Duration.between(start, Instant.now());
	}

	int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended by itself: " + output())
			.isTrue();
		return this.process.exitValue();
	}

	String output() throws IllegalStateException {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		Files.deleteIfExists(this.output);
	}

}
