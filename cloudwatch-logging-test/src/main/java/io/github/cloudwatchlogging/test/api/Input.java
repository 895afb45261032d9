package io.github.cloudwatchlogging.test.api;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.contract.Names;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The members of a request. A member of another type than asked for is refused with
 * SerializationException.
 *
 * @param node the request
 */
record Input(JsonNode node) {

	static Input read(InputStream body) {
		try {
			JsonNode node = Json.MAPPER.readTree(body);
			if (node.isObject()) {
				return new Input(node);
			}
		}
		catch (JacksonException ex) {
			throw ServiceException.serialization(ex.getOriginalMessage());
		}
		throw ServiceException.serialization("Start of structure or map found where not expected.");
	}

	/**
	 * Returns a group's name, required and lawful.
	 */
	String group() {
		Constraints constraints = new Constraints();
		String group = text("logGroupName");
		Names.group(constraints, group);
		constraints.check();
		return required(group);
	}

	/**
	 * Returns the name of a group that is given by name or, under another member, by ARN.
	 */
	String groupOrIdentifier() {
		String name = text("logGroupName");
		String identifier = text("logGroupIdentifier");
		if ((name == null) == (identifier == null)) {
			throw ServiceException
				.invalidParameter("Exactly one of logGroupName and logGroupIdentifier must be specified.");
		}
		return (identifier != null) ? Account.groupOf(identifier) : group();
	}

	/**
	 * Returns the group the request speaks of, unchecked.
	 */
	@Nullable String groupOrNull() {
		String identifier = text("logGroupIdentifier");
		String resource = (identifier != null) ? identifier : text("resourceArn");
		return (resource != null) ? Account.groupOf(resource) : text("logGroupName");
	}

	/**
	 * Returns a stream's name, required and lawful.
	 */
	String stream() {
		Constraints constraints = new Constraints();
		String stream = text("logStreamName");
		Names.stream(constraints, stream);
		constraints.check();
		return required(stream);
	}

	@Nullable String text(String name) {
		JsonNode value = member(name);
		if (value != null && !value.isString()) {
			throw ServiceException.serialization(name + " can not be converted to a String");
		}
		return (value != null) ? value.stringValue() : null;
	}

	@Nullable Long number(String name) {
		JsonNode value = member(name);
		if (value != null && !value.isIntegralNumber()) {
			throw ServiceException.serialization(name + " can not be converted to a Long");
		}
		return (value != null) ? value.longValue() : null;
	}

	boolean flag(String name, boolean fallback) {
		JsonNode value = member(name);
		if (value != null && !value.isBoolean()) {
			throw ServiceException.serialization(name + " can not be converted to a Boolean");
		}
		return (value != null) ? value.booleanValue() : fallback;
	}

	/**
	 * Returns a map of texts, or {@code null} where the member is missing.
	 */
	@Nullable Map<String, String> texts(String name) {
		JsonNode value = member(name);
		if (value == null) {
			return null;
		}
		Map<String, String> texts = new LinkedHashMap<>();
		Input map = new Input(value);
		for (String key : value.propertyNames()) {
			texts.put(key, required(map.text(key)));
		}
		return texts;
	}

	/**
	 * Returns a list of texts, or {@code null} where the member is missing.
	 */
	@Nullable List<String> list(String name) {
		JsonNode value = member(name);
		if (value == null) {
			return null;
		}
		List<String> texts = new ArrayList<>();
		for (JsonNode element : value) {
			if (!element.isString()) {
				throw ServiceException.serialization(name + " can not be converted to a list of Strings");
			}
			texts.add(element.stringValue());
		}
		return texts;
	}

	/**
	 * Returns a page size.
	 */
	int limit(int max) {
		Long limit = number("limit");
		new Constraints().range("limit", limit, 1, max).check();
		return (limit != null) ? limit.intValue() : max;
	}

	private @Nullable JsonNode member(String name) {
		JsonNode value = this.node.get(name);
		return (value != null && !value.isNull()) ? value : null;
	}

	private static String required(@Nullable String value) {
		if (value == null) {
			throw ServiceException.serialization("A required member is null");
		}
		return value;
	}

}
