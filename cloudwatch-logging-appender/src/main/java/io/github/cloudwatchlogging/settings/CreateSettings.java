package io.github.cloudwatchlogging.settings;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.event.AccountIds;
import org.jspecify.annotations.Nullable;

/**
 * What is created when the service says that it is missing, and what is set on a log
 * group that was. A group that exists is never changed.
 *
 * @param group whether log groups are created
 * @param stream whether log streams are created
 * @param retentionDays how many days a new group keeps its events, one of the service's
 * values; {@code null} for ever
 * @param kmsKey the ARN of the KMS key that encrypts a new group, or {@code null}
 * @param groupClass the class of a new group, or {@code null} for the service's default
 * @param tags the tags of a new group; at most 50
 * @param deletionProtection whether a new group is protected from deletion
 */
public record CreateSettings(boolean group, boolean stream, @Nullable Integer retentionDays, @Nullable String kmsKey,
		@Nullable LogGroupClass groupClass, Map<String, String> tags, boolean deletionProtection) {

	/**
	 * Groups and streams, with nothing set on them.
	 */
	public static final CreateSettings DEFAULT = new CreateSettings(true, true);

	private static final List<Integer> RETENTIONS = List.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545,
			731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

	private static final Pattern KMS_KEY = Pattern.compile("arn:[a-z-]+:kms:[^:]+:[^:]+:.{1,200}");

	private static final int MOST_TAGS = 50;

	private static final int LONGEST_TAG_KEY = 128;

	private static final int LONGEST_TAG_VALUE = 256;

	public CreateSettings {
		if (retentionDays != null && !RETENTIONS.contains(retentionDays)) {
			throw new InvalidSettingException("create.retention-days", retentionDays,
					"The service keeps events for a fixed choice of days.", "Choose one of " + RETENTIONS + ".");
		}
		if (kmsKey != null && !KMS_KEY.matcher(kmsKey).matches()) {
			throw new InvalidSettingException("create.kms-key", AccountIds.hide(kmsKey), "It is no ARN of a KMS key.",
					"Write it like arn:aws:kms:eu-central-1:<account>:key/<id>.");
		}
		tags = Map.copyOf(tags);
		Checks.inRange("create.tags", tags.size(), 0, MOST_TAGS, " tags");
		tags.forEach((key, value) -> {
			Checks.length("create.tags", key, key, 1, LONGEST_TAG_KEY);
			Checks.length("create.tags." + key, value, value, 0, LONGEST_TAG_VALUE);
		});
	}

	/**
	 * Creates settings that set nothing on a new group.
	 * @param group whether log groups are created
	 * @param stream whether log streams are created
	 */
	public CreateSettings(boolean group, boolean stream) {
		this(group, stream, null, null, null, Map.of(), false);
	}

}
