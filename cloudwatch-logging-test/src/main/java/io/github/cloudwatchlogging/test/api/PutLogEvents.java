package io.github.cloudwatchlogging.test.api;

import java.io.InputStream;
import java.time.InstantSource;

import io.github.cloudwatchlogging.test.contract.BatchLimits;
import io.github.cloudwatchlogging.test.contract.EventTimes;
import io.github.cloudwatchlogging.test.contract.RejectedEvents;
import io.github.cloudwatchlogging.test.fault.ApiCall;
import io.github.cloudwatchlogging.test.fault.Effect;
import io.github.cloudwatchlogging.test.store.EventBatch;
import io.github.cloudwatchlogging.test.store.LogGroup;
import io.github.cloudwatchlogging.test.store.LogStore;
import io.github.cloudwatchlogging.test.store.LogStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * PutLogEvents: what concerns the request alone is checked before what concerns its
 * destination.
 */
final class PutLogEvents implements Operation {

	static final String NAME = "PutLogEvents";

	private final LogStore store;

	private final InstantSource clock;

	PutLogEvents(LogStore store, InstantSource clock) {
		this.store = store;
		this.clock = clock;
	}

	@Override
	public PreparedCall prepare(InputStream body) {
		return new Put(this, PutLogEventsParser.parse(body));
	}

	private CallResult carryOut(PutLogEventsRequest request, Effect effect) {
		EventBatch events = request.events();
		checkRequest(events);
		LogStream stream = this.store.stream(request.group(), request.stream());
		LogGroup group = this.store.group(request.group());
		long now = this.clock.millis();
		RejectedEvents window = EventTimes.window(events::timestamp, events.size(), now, group.retentionInDays());
		EventTimes.checkSpan(events::timestamp, window);
		RejectedEvents rejected = window.and(effect.reject(events.size()));
		this.store.append(stream, events, rejected.acceptedFrom(), rejected.acceptedTo(), now);
		ObjectNode output = Json.object();
		// Ignored since 2023; older clients still want to pass one on.
		output.put("nextSequenceToken", Long.toString(stream.eventCount() + 1));
		describe(rejected, output);
		String entityError = entityError(request, group, effect);
		if (entityError != null) {
			output.putObject("rejectedEntityInfo").put("errorType", entityError);
		}
		return new CallResult(Json.bytes(output), rejected.acceptedCount());
	}

	private static void checkRequest(EventBatch events) {
		for (int i = 0; i < events.size(); i++) {
			BatchLimits.checkEvent(events.messageBytes(i));
		}
		BatchLimits.checkBatch(events.messageBytes(), events.size());
		EventTimes.checkOrder(events::timestamp, events.size());
	}

	private static void describe(RejectedEvents rejected, ObjectNode output) {
		if (!rejected.isAny()) {
			return;
		}
		ObjectNode info = output.putObject("rejectedLogEventsInfo");
		if (rejected.tooNewStart() < rejected.size()) {
			info.put("tooNewLogEventStartIndex", rejected.tooNewStart());
		}
		if (rejected.tooOldEnd() > 0) {
			info.put("tooOldLogEventEndIndex", rejected.tooOldEnd());
		}
		if (rejected.expiredEnd() > 0) {
			info.put("expiredLogEventEndIndex", rejected.expiredEnd());
		}
	}

	private static @Nullable String entityError(PutLogEventsRequest request, LogGroup group, Effect effect) {
		String forced = effect.rejectEntity();
		if (forced != null || request.entity() == null) {
			return forced;
		}
		return request.entity().rejection(group.logGroupClass().equals(LogGroup.STANDARD));
	}

	private record Put(PutLogEvents operation, PutLogEventsRequest request) implements PreparedCall {

		@Override
		public ApiCall call() {
			return new ApiCall(NAME, this.request.group(), this.request.stream(), this.request.events());
		}

		@Override
		public CallResult carryOut(Effect effect) {
			return this.operation.carryOut(this.request, effect);
		}

	}

}
