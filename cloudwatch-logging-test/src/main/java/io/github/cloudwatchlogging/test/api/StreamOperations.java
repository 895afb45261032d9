package io.github.cloudwatchlogging.test.api;

import java.time.InstantSource;

import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.contract.Names;
import io.github.cloudwatchlogging.test.store.LogStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations that create and delete streams.
 */
final class StreamOperations {

	private final LogStore store;

	private final InstantSource clock;

	StreamOperations(LogStore store, InstantSource clock) {
		this.store = store;
		this.clock = clock;
	}

	@Nullable ObjectNode create(Input input) {
		constrain(input);
		this.store.createStream(input.group(), input.stream(), this.clock.millis());
		return null;
	}

	@Nullable ObjectNode delete(Input input) {
		constrain(input);
		this.store.deleteStream(input.group(), input.stream());
		return null;
	}

	/** Both names are checked before either is used, so that both are told. */
	private static void constrain(Input input) {
		Constraints constraints = new Constraints();
		Names.group(constraints, input.text("logGroupName"));
		Names.stream(constraints, input.text("logStreamName"));
		constraints.check();
	}

}
