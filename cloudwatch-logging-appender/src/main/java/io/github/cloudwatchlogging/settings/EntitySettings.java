package io.github.cloudwatchlogging.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The entity that the events come from, as CloudWatch relates them to other telemetry.
 *
 * @param keyAttributes what identifies the entity: 2 to 4 of {@code Type},
 * {@code ResourceType}, {@code Identifier}, {@code Name} and {@code Environment}, in any
 * spelling; empty for no entity
 * @param attributes what else is known of it; at most 10
 */
public record EntitySettings(Map<String, String> keyAttributes, Map<String, String> attributes) {

	/**
	 * No entity.
	 */
	public static final EntitySettings NONE = new EntitySettings(Map.of(), Map.of());

	private static final List<String> KEYS = List.of("Type", "ResourceType", "Identifier", "Name", "Environment");

	private static final int LONGEST_VALUE = 512;

	private static final int MOST_ATTRIBUTES = 10;

	private static final int LONGEST_ATTRIBUTE_KEY = 256;

	public EntitySettings {
		keyAttributes = withKnownKeys(keyAttributes);
		attributes = Map.copyOf(attributes);
		if (!keyAttributes.isEmpty() || !attributes.isEmpty()) {
			Checks.inRange("entity.key-attributes", keyAttributes.size(), 2, 4, " entries");
		}
		keyAttributes
			.forEach((key, value) -> Checks.length("entity.key-attributes." + key, value, value, 1, LONGEST_VALUE));
		Checks.inRange("entity.attributes", attributes.size(), 0, MOST_ATTRIBUTES, " entries");
		attributes.forEach((key, value) -> {
			Checks.length("entity.attributes", key, key, 1, LONGEST_ATTRIBUTE_KEY);
			Checks.length("entity.attributes." + key, value, value, 1, LONGEST_VALUE);
		});
	}

	/**
	 * Returns whether there is no entity to send.
	 * @return whether nothing is set
	 */
	public boolean isEmpty() {
		return this.keyAttributes.isEmpty();
	}

	private static Map<String, String> withKnownKeys(Map<String, String> keyAttributes) {
		Map<String, String> known = new TreeMap<>();
		keyAttributes.forEach((key, value) -> known.put(knownKey(key, value), value));
		return Map.copyOf(known);
	}

	// Environment variables have no capitals, and properties may have dashes.
	private static String knownKey(String key, String value) {
		String normal = Checks.normal(key).replace("-", "");
		return KEYS.stream()
			.filter((known) -> known.toLowerCase(Locale.ROOT).equals(normal))
			.findFirst()
			.orElseThrow(() -> new InvalidSettingException("entity.key-attributes." + key, value,
					"The service knows no such key attribute.", "Choose among " + String.join(", ", KEYS) + "."));
	}

}
