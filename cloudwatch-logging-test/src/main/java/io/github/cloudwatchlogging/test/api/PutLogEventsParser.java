package io.github.cloudwatchlogging.test.api;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cloudwatchlogging.test.contract.BatchLimits;
import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.contract.Entity;
import io.github.cloudwatchlogging.test.contract.Names;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.store.EventBatch;
import io.github.cloudwatchlogging.test.store.EventBatchBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a PutLogEvents request token by token: a load test sends a million events, and a
 * tree of each request would cost more than all the rest. One instance reads one request.
 */
final class PutLogEventsParser {

	private static final int EXPECTED_BYTES = 64 * 1024;

	private final Constraints constraints = new Constraints();

	private final EventBatchBuilder events = new EventBatchBuilder(EXPECTED_BYTES);

	private final JsonParser json;

	private @Nullable String group;

	private @Nullable String stream;

	private @Nullable Entity entity;

	private int eventCount = -1;

	private PutLogEventsParser(JsonParser json) {
		this.json = json;
	}

	static PutLogEventsRequest parse(InputStream body) {
		try (JsonParser json = Json.MAPPER.createParser(body)) {
			PutLogEventsParser parser = new PutLogEventsParser(json);
			parser.readRequest();
			return parser.request();
		}
		catch (JacksonException ex) {
			throw ServiceException.serialization(ex.getOriginalMessage());
		}
	}

	private PutLogEventsRequest request() {
		Names.group(this.constraints, this.group);
		Names.stream(this.constraints, this.stream);
		if (this.eventCount < 0) {
			this.constraints.violation("logEvents", null, "Member must not be null");
		}
		else {
			String shown = (this.eventCount > 0) ? "[" + this.eventCount + " events]" : "[]";
			this.constraints.length("logEvents", shown, this.eventCount, 1, BatchLimits.MAX_EVENTS);
		}
		if (this.entity != null) {
			this.entity.constrain(this.constraints);
		}
		this.constraints.check();
		if (this.group == null || this.stream == null) {
			throw new IllegalStateException("Names were checked to be present");
		}
		EventBatch batch = this.events.build();
		return new PutLogEventsRequest(this.group, this.stream, batch, this.entity);
	}

	private void readRequest() {
		expect(this.json.nextToken(), JsonToken.START_OBJECT);
		for (String name = this.json.nextName(); name != null; name = this.json.nextName()) {
			JsonToken token = this.json.nextToken();
			if (token == JsonToken.VALUE_NULL) {
				continue;
			}
			switch (name) {
				case "logGroupName" -> this.group = text(token);
				case "logStreamName" -> this.stream = text(token);
				case "logEvents" -> readEvents(token);
				case "entity" -> this.entity = readEntity(token);
				default -> this.json.skipChildren();
			}
		}
		expect(this.json.currentToken(), JsonToken.END_OBJECT);
	}

	private void readEvents(JsonToken start) {
		expect(start, JsonToken.START_ARRAY);
		int count = 0;
		for (JsonToken token = this.json.nextToken(); token != JsonToken.END_ARRAY; token = this.json.nextToken()) {
			expect(token, JsonToken.START_OBJECT);
			readEvent(++count);
		}
		this.eventCount = count;
	}

	private void readEvent(int number) {
		Long timestamp = null;
		int messageLength = -1;
		for (String name = this.json.nextName(); name != null; name = this.json.nextName()) {
			JsonToken token = this.json.nextToken();
			if (token != JsonToken.VALUE_NULL && name.equals("timestamp")) {
				expect(token, JsonToken.VALUE_NUMBER_INT);
				timestamp = this.json.getLongValue();
			}
			else if (token != JsonToken.VALUE_NULL && name.equals("message")) {
				expect(token, JsonToken.VALUE_STRING);
				messageLength = this.json.getStringLength();
				this.events.message(this.json.getStringCharacters(), this.json.getStringOffset(), messageLength);
			}
			else {
				this.json.skipChildren();
			}
		}
		constrainEvent("logEvents." + number + ".member.", timestamp, messageLength);
		this.events.endEvent((timestamp != null) ? timestamp : 0);
	}

	private void constrainEvent(String path, @Nullable Long timestamp, int messageLength) {
		if (timestamp == null) {
			this.constraints.violation(path + "timestamp", null, "Member must not be null");
		}
		this.constraints.range(path + "timestamp", timestamp, 0, Long.MAX_VALUE);
		if (messageLength < 0) {
			this.constraints.violation(path + "message", null, "Member must not be null");
		}
		else if (messageLength == 0) {
			this.constraints.length(path + "message", "", 0, 1, Integer.MAX_VALUE);
		}
	}

	private Entity readEntity(JsonToken start) {
		expect(start, JsonToken.START_OBJECT);
		Map<String, String> keyAttributes = null;
		Map<String, String> attributes = Map.of();
		for (String name = this.json.nextName(); name != null; name = this.json.nextName()) {
			JsonToken token = this.json.nextToken();
			if (token != JsonToken.VALUE_NULL && name.equals("keyAttributes")) {
				keyAttributes = readTexts(token);
			}
			else if (token != JsonToken.VALUE_NULL && name.equals("attributes")) {
				attributes = readTexts(token);
			}
			else {
				this.json.skipChildren();
			}
		}
		return new Entity(keyAttributes, attributes);
	}

	private Map<String, String> readTexts(JsonToken start) {
		expect(start, JsonToken.START_OBJECT);
		Map<String, String> texts = new LinkedHashMap<>();
		for (String name = this.json.nextName(); name != null; name = this.json.nextName()) {
			texts.put(name, text(this.json.nextToken()));
		}
		return texts;
	}

	private String text(JsonToken token) {
		expect(token, JsonToken.VALUE_STRING);
		return this.json.getString();
	}

	private static void expect(@Nullable JsonToken actual, JsonToken expected) {
		if (actual != expected) {
			throw ServiceException.serialization("Found " + actual + " where " + expected + " was expected.");
		}
	}

}
