package io.github.cloudwatchlogging.logback.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.cloudwatchlogging.settings.EntitySettings;

/**
 * What the events come from: {@code <entity>}.
 */
public final class EntityOptions {

	private KeyAttributes keyAttributes = new KeyAttributes();

	private final List<KeyValue> attributes = new ArrayList<>();

	/**
	 * Sets what identifies the entity.
	 * @param keyAttributes the value
	 */
	public void setKeyAttributes(KeyAttributes keyAttributes) {
		this.keyAttributes = keyAttributes;
	}

	/**
	 * Adds something else that is known of the entity: {@code <attribute>}.
	 * @param attribute the value
	 */
	public void addAttribute(KeyValue attribute) {
		this.attributes.add(attribute);
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public EntitySettings toSettings() {
		Map<String, String> attributes = new TreeMap<>();
		this.attributes.forEach((attribute) -> attributes.put(attribute.key(), attribute.value()));
		return new EntitySettings(this.keyAttributes.values, attributes);
	}

	/**
	 * What identifies an entity: {@code <keyAttributes>}.
	 */
	public static final class KeyAttributes {

		private final Map<String, String> values = new TreeMap<>();

		/**
		 * Sets the kind of entity, such as {@code Service}.
		 * @param type the value
		 */
		public void setType(String type) {
			this.values.put("Type", type);
		}

		/**
		 * Sets the kind of resource, such as {@code AWS::ECS::Service}.
		 * @param resourceType the value
		 */
		public void setResourceType(String resourceType) {
			this.values.put("ResourceType", resourceType);
		}

		/**
		 * Sets the resource's identifier.
		 * @param identifier the value
		 */
		public void setIdentifier(String identifier) {
			this.values.put("Identifier", identifier);
		}

		/**
		 * Sets the service's name.
		 * @param name the value
		 */
		public void setName(String name) {
			this.values.put("Name", name);
		}

		/**
		 * Sets where the service runs.
		 * @param environment the value
		 */
		public void setEnvironment(String environment) {
			this.values.put("Environment", environment);
		}

	}

}
