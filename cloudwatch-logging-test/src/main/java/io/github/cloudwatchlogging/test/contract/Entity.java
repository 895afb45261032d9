package io.github.cloudwatchlogging.test.contract;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The entity of a PutLogEvents request. Its sizes are constraints of the API model; what
 * the model cannot say makes the service reject the entity and store the events all the
 * same (documentation of {@code Entity}; which error goes with which flaw is not
 * documented and is this server's reading).
 *
 * @param keyAttributes what identifies the entity, or {@code null} where missing
 * @param attributes what else is known of it
 */
public record Entity(@Nullable Map<String, String> keyAttributes, Map<String, String> attributes) {

	private static final Set<String> KEYS = Set.of("Type", "ResourceType", "Identifier", "Name", "Environment");

	private static final Set<String> SERVICE_TYPES = Set.of("Service", "RemoteService", "AWS::Service");

	private static final Set<String> RESOURCE_TYPES = Set.of("Resource", "AWS::Resource");

	/**
	 * Requires the sizes of the API model.
	 * @param constraints what collects the violations
	 */
	public void constrain(Constraints constraints) {
		if (this.keyAttributes != null) {
			constraints.map("entity.keyAttributes", this.keyAttributes, 2, 4, 1, 32, 512);
		}
		constraints.map("entity.attributes", this.attributes, 0, 10, 1, 256, 512);
	}

	/**
	 * Returns why the service rejects the entity.
	 * @param standardGroup whether the group is of the STANDARD class
	 * @return the error type, or {@code null} where the entity is accepted
	 */
	public @Nullable String rejection(boolean standardGroup) {
		if (!standardGroup) {
			return "UnsupportedLogGroupType";
		}
		if (this.keyAttributes == null) {
			return "MissingRequiredFields";
		}
		if (!KEYS.containsAll(this.keyAttributes.keySet())) {
			return "InvalidKeyAttributes";
		}
		String type = this.keyAttributes.get("Type");
		if (type == null) {
			return "MissingRequiredFields";
		}
		if (SERVICE_TYPES.contains(type)) {
			return missing(this.keyAttributes, "Name", "Environment");
		}
		return RESOURCE_TYPES.contains(type) ? missing(this.keyAttributes, "ResourceType", "Identifier")
				: "InvalidTypeValue";
	}

	private static @Nullable String missing(Map<String, String> attributes, String first, String second) {
		boolean complete = attributes.containsKey(first) && attributes.containsKey(second);
		return complete ? null : "MissingRequiredFields";
	}

}
