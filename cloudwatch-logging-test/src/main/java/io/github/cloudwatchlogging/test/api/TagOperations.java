package io.github.cloudwatchlogging.test.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.store.LogStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations on the tags of groups: those that name a resource and the older ones
 * that name a group.
 */
final class TagOperations {

	private static final int MAX_TAGS = 50;

	private final LogStore store;

	TagOperations(LogStore store) {
		this.store = store;
	}

	static void constrain(Constraints constraints, Map<String, String> tags) {
		constraints.map("tags", tags, 1, MAX_TAGS, 0, 128, 256);
	}

	@Nullable ObjectNode tagResource(Input input) {
		return tag(resource(input), input);
	}

	@Nullable ObjectNode tagGroup(Input input) {
		return tag(input.group(), input);
	}

	@Nullable ObjectNode untagResource(Input input) {
		return untag(resource(input), input.list("tagKeys"));
	}

	@Nullable ObjectNode untagGroup(Input input) {
		return untag(input.group(), input.list("tags"));
	}

	ObjectNode listForResource(Input input) {
		return list(resource(input));
	}

	ObjectNode listForGroup(Input input) {
		return list(input.group());
	}

	private @Nullable ObjectNode tag(String group, Input input) {
		Map<String, String> tags = input.texts("tags");
		Constraints constraints = new Constraints();
		constrain(constraints, (tags != null) ? tags : Map.of());
		constraints.check();
		this.store.updateGroup(group, (before) -> {
			Map<String, String> all = new TreeMap<>(before.tags());
			all.putAll((tags != null) ? tags : Map.of());
			if (all.size() > MAX_TAGS) {
				throw new ServiceException(400, "TooManyTagsException",
						"A resource can have no more than " + MAX_TAGS + " tags.");
			}
			return before.withTags(all);
		});
		return null;
	}

	private @Nullable ObjectNode untag(String group, @Nullable Collection<String> keys) {
		this.store.updateGroup(group, (before) -> {
			Map<String, String> left = new TreeMap<>(before.tags());
			left.keySet().removeAll((keys != null) ? keys : List.of());
			return before.withTags(left);
		});
		return null;
	}

	private ObjectNode list(String group) {
		ObjectNode output = Json.object();
		ObjectNode tags = output.putObject("tags");
		this.store.group(group).tags().forEach(tags::put);
		return output;
	}

	private static String resource(Input input) {
		String arn = input.text("resourceArn");
		if (arn == null) {
			new Constraints().violation("resourceArn", null, "Member must not be null").check();
		}
		if (arn == null || !arn.startsWith("arn:")) {
			throw ServiceException.invalidParameter("Invalid ARN: " + arn);
		}
		return Account.groupOf(arn);
	}

}
