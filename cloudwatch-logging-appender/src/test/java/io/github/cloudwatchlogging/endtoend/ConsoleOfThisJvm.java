package io.github.cloudwatchlogging.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes the standard error stream of this JVM, from its creation until it is closed.
 */
final class ConsoleOfThisJvm implements AutoCloseable {

	private final PrintStream before = System.err;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	ConsoleOfThisJvm() {
		System.setErr(new PrintStream(this.bytes, true, StandardCharsets.UTF_8));
	}

	/**
	 * Returns the lines about lost events.
	 */
	List<String> lost() {
		return text().lines().filter((line) -> line.startsWith("[cloudwatch-logs] ")).toList();
	}

	/**
	 * Returns all that was printed.
	 */
	String text() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		System.setErr(this.before);
	}

}
