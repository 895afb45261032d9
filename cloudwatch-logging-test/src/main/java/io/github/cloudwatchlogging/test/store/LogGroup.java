package io.github.cloudwatchlogging.test.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What is set on a group.
 *
 * @param name the name
 * @param creationTime when it was created, in epoch milliseconds of the server's clock
 * @param retentionInDays how long events are kept, or {@code null} for ever
 * @param kmsKeyId the ARN of its key, or {@code null}
 * @param logGroupClass the class, {@code STANDARD} unless chosen at creation
 * @param tags the tags, by key in order
 * @param deletionProtection whether it cannot be deleted
 */
public record LogGroup(String name, long creationTime, @Nullable Integer retentionInDays, @Nullable String kmsKeyId,
		String logGroupClass, Map<String, String> tags, boolean deletionProtection) {

	/**
	 * The class of a group for which none was chosen.
	 */
	public static final String STANDARD = "STANDARD";

	public LogGroup {
		tags = Collections.unmodifiableMap(new TreeMap<>(tags));
	}

	/**
	 * Returns a group that nothing is set on.
	 * @param name the name
	 * @param creationTime when it was created, in epoch milliseconds
	 * @return the group
	 */
	public static LogGroup named(String name, long creationTime) {
		return new LogGroup(name, creationTime, null, null, STANDARD, Map.of(), false);
	}

	/**
	 * Returns the group with another retention.
	 * @param days the days, or {@code null} for ever
	 * @return a copy
	 */
	public LogGroup withRetention(@Nullable Integer days) {
		return new LogGroup(this.name, this.creationTime, days, this.kmsKeyId, this.logGroupClass, this.tags,
				this.deletionProtection);
	}

	/**
	 * Returns the group with other tags.
	 * @param newTags the tags
	 * @return a copy
	 */
	public LogGroup withTags(Map<String, String> newTags) {
		return new LogGroup(this.name, this.creationTime, this.retentionInDays, this.kmsKeyId, this.logGroupClass,
				newTags, this.deletionProtection);
	}

	/**
	 * Returns the group with or without protection from deletion.
	 * @param isProtected whether it cannot be deleted
	 * @return a copy
	 */
	public LogGroup withDeletionProtection(boolean isProtected) {
		return new LogGroup(this.name, this.creationTime, this.retentionInDays, this.kmsKeyId, this.logGroupClass,
				this.tags, isProtected);
	}

}
