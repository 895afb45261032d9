package io.github.cloudwatchlogging.logback.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.settings.FieldSelection;

/**
 * Which entries become members, and under which names: {@code <mdc>} and
 * {@code <keyValues>}.
 */
public final class FieldOptions {

	private final List<String> include = new ArrayList<>();

	private final List<String> exclude = new ArrayList<>();

	private final Map<String, String> rename = new LinkedHashMap<>();

	/**
	 * Adds a key that becomes a member: {@code <include>}. Without any, all do.
	 * @param include the value
	 */
	public void addInclude(String include) {
		this.include.add(include);
	}

	/**
	 * Adds a key that becomes none: {@code <exclude>}.
	 * @param exclude the value
	 */
	public void addExclude(String exclude) {
		this.exclude.add(exclude);
	}

	/**
	 * Adds another name for a key's member: {@code <rename>}.
	 * @param rename the key, and as value the name
	 */
	public void addRename(KeyValue rename) {
		this.rename.put(rename.key(), rename.value());
	}

	FieldSelection toSettings(String setting) {
		return FieldSelection.of(setting, this.include, this.exclude, this.rename);
	}

}
