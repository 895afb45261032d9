package io.github.cloudwatchlogging.test.api;

import java.io.InputStream;

import io.github.cloudwatchlogging.test.fault.ApiCall;
import io.github.cloudwatchlogging.test.fault.Effect;
import io.github.cloudwatchlogging.test.store.EventBatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation whose requests are small enough to be read as a tree.
 *
 * @param name the operation's name
 * @param body what carries it out
 */
record JsonOperation(String name, Body body) implements Operation {

	@Override
	public PreparedCall prepare(InputStream stream) {
		Input input = Input.read(stream);
		return new Prepared(this, input,
				new ApiCall(this.name, input.groupOrNull(), input.text("logStreamName"), EventBatch.empty()));
	}

	/**
	 * Carries out the request; the answer is {@code null} for operations without output.
	 */
	@FunctionalInterface
	interface Body {

		@Nullable ObjectNode apply(Input input);

	}

	private record Prepared(JsonOperation operation, Input input, ApiCall call) implements PreparedCall {

		@Override
		public CallResult carryOut(Effect effect) {
			ObjectNode output = this.operation.body.apply(this.input);
			return new CallResult((output != null) ? Json.bytes(output) : new byte[0], 0);
		}

	}

}
