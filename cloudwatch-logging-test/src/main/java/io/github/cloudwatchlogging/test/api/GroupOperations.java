package io.github.cloudwatchlogging.test.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.contract.Names;
import io.github.cloudwatchlogging.test.contract.Retention;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.store.LogGroup;
import io.github.cloudwatchlogging.test.store.LogStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations that create, change and delete groups.
 */
final class GroupOperations {

	private static final List<String> CLASSES = List.of(LogGroup.STANDARD, "INFREQUENT_ACCESS", "DELIVERY",
			"ESSENTIALS");

	private final LogStore store;

	private final InstantSource clock;

	GroupOperations(LogStore store, InstantSource clock) {
		this.store = store;
		this.clock = clock;
	}

	@Nullable ObjectNode create(Input input) {
		String groupClass = input.text("logGroupClass");
		String kmsKey = input.text("kmsKeyId");
		Map<String, String> tags = input.texts("tags");
		Constraints constraints = new Constraints();
		Names.group(constraints, input.text("logGroupName"));
		constraints.oneOf("logGroupClass", groupClass, CLASSES);
		if (kmsKey != null) {
			constraints.length("kmsKeyId", kmsKey, kmsKey.length(), 0, 256);
		}
		if (tags != null) {
			TagOperations.constrain(constraints, tags);
		}
		constraints.check();
		String name = input.group();
		Names.refuseReserved(name);
		this.store.createGroup(new LogGroup(name, this.clock.millis(), null, kmsKey,
				(groupClass != null) ? groupClass : LogGroup.STANDARD, (tags != null) ? tags : Map.of(),
				input.flag("deletionProtectionEnabled", false)));
		return null;
	}

	@Nullable ObjectNode delete(Input input) {
		String name = input.group();
		if (this.store.group(name).deletionProtection()) {
			throw new ServiceException(400, "ValidationException",
					"The log group is protected from deletion. Disable deletion protection and try again.");
		}
		this.store.deleteGroup(name);
		return null;
	}

	@Nullable ObjectNode putRetention(Input input) {
		String name = input.group();
		Long days = input.number("retentionInDays");
		if (days == null) {
			new Constraints().violation("retentionInDays", null, "Member must not be null").check();
			return null;
		}
		Retention.check((int) Math.min(days, Integer.MAX_VALUE));
		this.store.updateGroup(name, (group) -> group.withRetention(days.intValue()));
		return null;
	}

	@Nullable ObjectNode deleteRetention(Input input) {
		this.store.updateGroup(input.group(), (group) -> group.withRetention(null));
		return null;
	}

	@Nullable ObjectNode putDeletionProtection(Input input) {
		boolean isProtected = input.flag("deletionProtectionEnabled", false);
		this.store.updateGroup(input.groupOrIdentifier(), (group) -> group.withDeletionProtection(isProtected));
		return null;
	}

}
