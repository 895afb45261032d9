package io.github.cloudwatchlogging.test.api;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.store.LogGroup;
import io.github.cloudwatchlogging.test.store.LogStore;
import io.github.cloudwatchlogging.test.store.LogStream;
import io.github.cloudwatchlogging.test.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * DescribeLogGroups and DescribeLogStreams. The token of the next page is the name of the
 * last item of this one.
 */
final class DescribeOperations {

	private static final int MAX_PAGE = 50;

	private static final String BY_EVENT_TIME = "LastEventTime";

	private final LogStore store;

	private final Account account;

	DescribeOperations(LogStore store, Account account) {
		this.store = store;
		this.account = account;
	}

	ObjectNode groups(Input input) {
		String prefix = input.text("logGroupNamePrefix");
		String pattern = input.text("logGroupNamePattern");
		if (prefix != null && pattern != null) {
			throw ServiceException
				.invalidParameter("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
		}
		String groupClass = input.text("logGroupClass");
		Set<String> wanted = wanted(input.list("logGroupIdentifiers"));
		List<LogGroup> groups = this.store.groups()
			.stream()
			.filter((group) -> prefix == null || group.name().startsWith(prefix))
			.filter((group) -> pattern == null || group.name().contains(pattern))
			.filter((group) -> groupClass == null || group.logGroupClass().equals(groupClass))
			.filter((group) -> wanted.isEmpty() || wanted.contains(group.name()))
			.toList();
		return page(input, "logGroups", groups, LogGroup::name, this::describe);
	}

	ObjectNode streams(Input input) {
		String group = input.groupOrIdentifier();
		String prefix = input.text("logStreamNamePrefix");
		String orderBy = input.text("orderBy");
		new Constraints().oneOf("orderBy", orderBy, List.of("LogStreamName", BY_EVENT_TIME)).check();
		boolean byTime = BY_EVENT_TIME.equals(orderBy);
		if (byTime && prefix != null) {
			throw ServiceException.invalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
		}
		Comparator<LogStream> order = Comparator.comparing(LogStream::name);
		if (byTime) {
			order = Comparator.comparingLong(DescribeOperations::lastEventTime).thenComparing(order);
		}
		List<LogStream> streams = this.store.streams(group)
			.stream()
			.filter((stream) -> prefix == null || stream.name().startsWith(prefix))
			.sorted(input.flag("descending", false) ? order.reversed() : order)
			.toList();
		return page(input, "logStreams", streams, LogStream::name, (stream, node) -> describe(group, stream, node));
	}

	private <T> ObjectNode page(Input input, String member, List<T> all, Function<T, String> name,
			BiConsumer<T, ObjectNode> describe) {
		int limit = input.limit(MAX_PAGE);
		String token = input.text("nextToken");
		int start = 0;
		if (token != null) {
			start = all.stream().map(name).toList().indexOf(token) + 1;
			if (start == 0) {
				throw ServiceException.invalidParameter("The specified nextToken is invalid.");
			}
		}
		int end = Math.min(start + limit, all.size());
		ObjectNode output = Json.object();
		ArrayNode items = output.putArray(member);
		all.subList(start, end).forEach((item) -> describe.accept(item, items.addObject()));
		if (end < all.size()) {
			output.put("nextToken", name.apply(all.get(end - 1)));
		}
		return output;
	}

	private void describe(LogGroup group, ObjectNode node) {
		String arn = this.account.groupArn(group.name());
		node.put("logGroupName", group.name());
		node.put("creationTime", group.creationTime());
		node.put("metricFilterCount", 0);
		node.put("arn", arn + ":*");
		node.put("logGroupArn", arn);
		node.put("logGroupClass", group.logGroupClass());
		node.put("deletionProtectionEnabled", group.deletionProtection());
		if (group.retentionInDays() != null) {
			node.put("retentionInDays", group.retentionInDays());
		}
		if (group.kmsKeyId() != null) {
			node.put("kmsKeyId", group.kmsKeyId());
		}
		long bytes = this.store.streams(group.name()).stream().mapToLong(LogStream::storedBytes).sum();
		node.put("storedBytes", bytes);
	}

	private void describe(String group, LogStream stream, ObjectNode node) {
		node.put("logStreamName", stream.name());
		node.put("creationTime", stream.creationTime());
		node.put("arn", this.account.streamArn(group, stream.name()));
		// Always 0 since 2019 (API model).
		node.put("storedBytes", 0);
		List<StoredEvent> events = stream.inReadOrder();
		Long ingested = stream.lastIngestionTime();
		if (!events.isEmpty() && ingested != null) {
			node.put("firstEventTimestamp", events.get(0).timestamp());
			node.put("lastEventTimestamp", events.get(events.size() - 1).timestamp());
			node.put("lastIngestionTime", ingested);
			node.put("uploadSequenceToken", Long.toString(stream.eventCount() + 1));
		}
	}

	private static long lastEventTime(LogStream stream) {
		List<StoredEvent> events = stream.inReadOrder();
		return events.isEmpty() ? 0 : events.get(events.size() - 1).timestamp();
	}

	private static Set<String> wanted(@Nullable List<String> identifiers) {
		if (identifiers == null) {
			return Set.of();
		}
		return Set.copyOf(identifiers.stream().map(Account::groupOf).toList());
	}

}
