package io.github.cloudwatchlogging.logback.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.LogGroupClass;
import org.jspecify.annotations.Nullable;

/**
 * What is created when it is missing, and what is set on a new log group:
 * {@code <create>}.
 */
public final class CreateOptions {

	private boolean group = CreateSettings.DEFAULT.group();

	private boolean stream = CreateSettings.DEFAULT.stream();

	private @Nullable Integer retentionDays;

	private @Nullable String kmsKey;

	private @Nullable String groupClass;

	private final List<KeyValue> tags = new ArrayList<>();

	private boolean deletionProtection;

	/**
	 * Sets whether log groups are.
	 * @param group the value
	 */
	public void setGroup(boolean group) {
		this.group = group;
	}

	/**
	 * Sets whether log streams are.
	 * @param stream the value
	 */
	public void setStream(boolean stream) {
		this.stream = stream;
	}

	/**
	 * Sets how many days a new group keeps its events.
	 * @param retentionDays the value
	 */
	public void setRetentionDays(int retentionDays) {
		this.retentionDays = retentionDays;
	}

	/**
	 * Sets the ARN of the KMS key that encrypts a new group.
	 * @param kmsKey the value
	 */
	public void setKmsKey(String kmsKey) {
		this.kmsKey = kmsKey;
	}

	/**
	 * Sets the class of a new group, such as {@code infrequent-access}.
	 * @param groupClass the value
	 */
	public void setGroupClass(String groupClass) {
		this.groupClass = groupClass;
	}

	/**
	 * Adds a tag of a new group: {@code <tag>}.
	 * @param tag the value
	 */
	public void addTag(KeyValue tag) {
		this.tags.add(tag);
	}

	/**
	 * Sets whether a new group is protected from deletion.
	 * @param deletionProtection the value
	 */
	public void setDeletionProtection(boolean deletionProtection) {
		this.deletionProtection = deletionProtection;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public CreateSettings toSettings() {
		Map<String, String> tags = new TreeMap<>();
		this.tags.forEach((tag) -> tags.put(tag.key(), tag.value()));
		return new CreateSettings(this.group, this.stream, this.retentionDays, this.kmsKey,
				(this.groupClass != null) ? LogGroupClass.of(this.groupClass) : null, tags, this.deletionProtection);
	}

}
