package io.github.cloudwatchlogging.aws;

import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.LogGroupClass;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;

/**
 * Creates log groups with what can only, or best, be set at their creation. A group whose
 * tags are denied is created without them: events matter more.
 */
final class GroupCreation {

	private final CreateSettings settings;

	GroupCreation(CreateSettings settings) {
		this.settings = settings;
	}

	Outcome create(CloudWatchLogsClient client, String group) {
		if (this.settings.tags().isEmpty()) {
			return attempt(client, request(group));
		}
		Outcome outcome = attempt(client, request(group).tags(this.settings.tags()));
		Trouble denied = denied(outcome);
		if (denied == null) {
			return outcome;
		}
		Outcome untagged = attempt(client, request(group));
		if (untagged instanceof Outcome.Created) {
			return new Outcome.Created(denied);
		}
		return (denied(untagged) != null) ? outcome : untagged;
	}

	private CreateLogGroupRequest.Builder request(String group) {
		CreateLogGroupRequest.Builder request = CreateLogGroupRequest.builder()
			.logGroupName(group)
			.kmsKeyId(this.settings.kmsKey());
		LogGroupClass groupClass = this.settings.groupClass();
		if (groupClass != null) {
			request.logGroupClass(groupClass.name());
		}
		if (this.settings.deletionProtection()) {
			request.deletionProtectionEnabled(true);
		}
		return request;
	}

	private static Outcome attempt(CloudWatchLogsClient client, CreateLogGroupRequest.Builder request) {
		try {
			client.createLogGroup(request.build());
			return new Outcome.Created();
		}
		catch (SdkException ex) {
			return Outcomes.of(ex);
		}
	}

	private static @Nullable Trouble denied(Outcome outcome) {
		return (outcome instanceof Outcome.TryLater later && later.trouble().code().startsWith("AccessDenied"))
				? later.trouble() : null;
	}

}
