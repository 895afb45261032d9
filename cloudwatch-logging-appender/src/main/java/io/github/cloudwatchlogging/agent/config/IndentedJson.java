package io.github.cloudwatchlogging.agent.config;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

import io.github.cloudwatchlogging.json.JsonWriter;

/**
 * JSON for people to read and change.
 */
final class IndentedJson {

	private static final String INDENT = "  ";

	private IndentedJson() {
	}

	static String write(Map<?, ?> object) {
		StringBuilder json = new StringBuilder();
		write(json, object, "\n");
		return json.append('\n').toString();
	}

	private static void write(StringBuilder json, Object value, String lineStart) {
		if (value instanceof Map<?, ?> object) {
			json.append('{');
			Iterator<? extends Map.Entry<?, ?>> members = object.entrySet().iterator();
			while (members.hasNext()) {
				Map.Entry<?, ?> member = members.next();
				json.append(lineStart).append(INDENT).append(quoted(String.valueOf(member.getKey()))).append(": ");
				write(json, member.getValue(), lineStart + INDENT);
				json.append(members.hasNext() ? "," : lineStart);
			}
			json.append('}');
		}
		else if (value instanceof Collection<?> array) {
			json.append('[');
			Iterator<?> elements = array.iterator();
			while (elements.hasNext()) {
				json.append(lineStart).append(INDENT);
				write(json, elements.next(), lineStart + INDENT);
				json.append(elements.hasNext() ? "," : lineStart);
			}
			json.append(']');
		}
		else {
			json.append((value instanceof String text) ? quoted(text) : value);
		}
	}

	private static String quoted(String text) {
		JsonWriter writer = new JsonWriter();
		writer.value(text);
		return new String(writer.toByteArray(), StandardCharsets.UTF_8);
	}

}
