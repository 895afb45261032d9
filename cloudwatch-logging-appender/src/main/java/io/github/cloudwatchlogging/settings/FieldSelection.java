package io.github.cloudwatchlogging.settings;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of an event's MDC, or which of its key-value pairs, become members, and
 * under which names.
 *
 * @param include the keys, in which {@code *} stands for any text; empty for all
 * @param exclude the keys that are left out, even where they are included
 * @param rename from a key to the member's name
 */
public record FieldSelection(NamePatterns include, NamePatterns exclude, Map<String, String> rename) {

	/**
	 * Everything, as it is called.
	 */
	public static final FieldSelection ALL = new FieldSelection(NamePatterns.NONE, NamePatterns.NONE, Map.of());

	public FieldSelection {
		rename = Map.copyOf(rename);
	}

	/**
	 * Returns a selection.
	 * @param setting its name as a setting, for the exception
	 * @param include the keys; empty for all
	 * @param exclude the keys that are left out
	 * @param rename from a key to the member's name
	 * @return the selection
	 * @throws InvalidSettingException if a name is that of a member of our own
	 */
	public static FieldSelection of(String setting, List<String> include, List<String> exclude,
			Map<String, String> rename) {
		rename.forEach((key, name) -> OwnMembers.refuse(setting + ".rename." + key, name, name));
		return new FieldSelection(new NamePatterns(include, false), new NamePatterns(exclude, false), rename);
	}

	/**
	 * Returns the name that a key's member has.
	 * @param key the key
	 * @return the name, or {@code null} where there is to be none
	 */
	public @Nullable String nameOf(String key) {
		if ((!this.include.isEmpty() && !this.include.matches(key)) || this.exclude.matches(key)) {
			return null;
		}
		return this.rename.isEmpty() ? key : this.rename.getOrDefault(key, key);
	}

}
