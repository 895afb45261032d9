package io.github.cloudwatchlogging.test.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.store.LogStore;
import org.jspecify.annotations.Nullable;

/**
 * The operations by name. Immutable.
 */
final class Operations {

	private static final String TARGET_PREFIX = "Logs_20140328.";

	private final Map<String, Operation> byName = new HashMap<>();

	Operations(LogStore store, Account account, InstantSource clock) {
		this.byName.put(PutLogEvents.NAME, new PutLogEvents(store, clock));
		GroupOperations groups = new GroupOperations(store, clock);
		add("CreateLogGroup", groups::create);
		add("DeleteLogGroup", groups::delete);
		add("PutRetentionPolicy", groups::putRetention);
		add("DeleteRetentionPolicy", groups::deleteRetention);
		add("PutLogGroupDeletionProtection", groups::putDeletionProtection);
		StreamOperations streams = new StreamOperations(store, clock);
		add("CreateLogStream", streams::create);
		add("DeleteLogStream", streams::delete);
		DescribeOperations describe = new DescribeOperations(store, account);
		add("DescribeLogGroups", describe::groups);
		add("DescribeLogStreams", describe::streams);
		add("GetLogEvents", new GetLogEvents(store)::get);
		add("FilterLogEvents", new FilterLogEvents(store)::filter);
		TagOperations tags = new TagOperations(store);
		add("TagResource", tags::tagResource);
		add("UntagResource", tags::untagResource);
		add("ListTagsForResource", tags::listForResource);
		add("TagLogGroup", tags::tagGroup);
		add("UntagLogGroup", tags::untagGroup);
		add("ListTagsLogGroup", tags::listForGroup);
	}

	/**
	 * Returns the name of the operation that a request asks for, or an empty text.
	 */
	static String nameIn(HttpRequest request) {
		String target = request.header("x-amz-target");
		boolean known = target != null && target.startsWith(TARGET_PREFIX);
		return (target != null && known) ? target.substring(TARGET_PREFIX.length()) : "";
	}

	Operation named(String name) {
		@Nullable Operation operation = this.byName.get(name);
		if (operation == null) {
			throw new ServiceException(400, "UnknownOperationException",
					"The embedded server does not know the operation '" + name + "'.");
		}
		return operation;
	}

	private void add(String name, JsonOperation.Body body) {
		this.byName.put(name, new JsonOperation(name, body));
	}

}
