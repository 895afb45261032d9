package io.github.cloudwatchlogging.test.junit;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogsBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs an embedded CloudWatch Logs server. In a static field with
 * {@code @RegisterExtension} there is one server for the class, its nested classes
 * included, as new before each test: cleared, and running again if the test before has
 * stopped it. In an instance field each test has a server of its own. Tests that run
 * concurrently need a server each.
 */
public final class CloudWatchLogsExtension
		implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

	private final EmbeddedCloudWatchLogsBuilder builder;

	private volatile @Nullable Running running;

	/**
	 * Runs a server as {@link EmbeddedCloudWatchLogs#start()} does.
	 */
	public CloudWatchLogsExtension() {
		this(EmbeddedCloudWatchLogs.builder());
	}

	/**
	 * Runs a server of a description.
	 * @param builder the description, for instance with a clock
	 */
	public CloudWatchLogsExtension(EmbeddedCloudWatchLogsBuilder builder) {
		this.builder = builder;
	}

	/**
	 * Returns the server.
	 * @return the running server
	 * @throws IllegalStateException before the first callback and after the last
	 */
	public EmbeddedCloudWatchLogs server() {
		Running current = this.running;
		if (current == null) {
			throw new IllegalStateException("The server runs only within a test class or a test");
		}
		return current.server;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		startIfNeeded(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		EmbeddedCloudWatchLogs server = startIfNeeded(context);
		server.clear();
		if (!server.isRunning()) {
			server.restart();
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		closeIfOwner(context);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		closeIfOwner(context);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == EmbeddedCloudWatchLogs.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return startIfNeeded(context);
	}

	private EmbeddedCloudWatchLogs startIfNeeded(ExtensionContext context) {
		Running current = this.running;
		if (current == null) {
			current = new Running(this.builder.start(), context.getUniqueId());
			this.running = current;
		}
		return current.server;
	}

	/** A nested class or a test ends within the context that started the server. */
	private void closeIfOwner(ExtensionContext context) {
		Running current = this.running;
		if (current != null && current.owner.equals(context.getUniqueId())) {
			current.server.close();
			this.running = null;
		}
	}

	private record Running(EmbeddedCloudWatchLogs server, String owner) {

	}

}
