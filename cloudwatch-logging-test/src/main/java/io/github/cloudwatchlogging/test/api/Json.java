package io.github.cloudwatchlogging.test.api;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The module's one way to make JSON.
 */
final class Json {

	/** Immutable, as all mappers of Jackson 3. */
	static final JsonMapper MAPPER = new JsonMapper();

	private Json() {
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static byte[] bytes(ObjectNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

}
