package io.github.cloudwatchlogging.logback;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.agent.config.CollectedFiles;
import io.github.cloudwatchlogging.agent.config.LogGroupProperties;
import io.github.cloudwatchlogging.agent.files.FileNames;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.LogGroupClass;
import io.github.cloudwatchlogging.template.NameRule;
import org.jspecify.annotations.Nullable;

/**
 * From an appender's settings to the configuration of the agent that reads its files.
 */
final class AgentConfigurations {

	private static final String CREATED_BY_THE_AGENT = "The CloudWatch agent creates the log groups, without it.";

	private static final String CREATE_BEFORE = "Create the group beforehand and remove the property, or set mode to direct.";

	private static final int LONGEST_SUFFIX = "2026-01-02_03.12345".length();

	private AgentConfigurations() {
	}

	/**
	 * Returns the configuration.
	 * @throws InvalidSettingException if something is set that the agent cannot do
	 */
	static AgentConfiguration of(AgentMode agent, AppenderSettings settings) {
		settings.routing().fixedDestinations().forEach((destination) -> checkLength(agent, destination));
		return AgentConfiguration.of(settings.routing()
			.fixedDestinations()
			.stream()
			.map((destination) -> new CollectedFiles(FileNames.pattern(agent.settings().directory(), destination),
					destination))
			.toList(), properties(settings.delivery().create(), settings.entity()), agent.connection());
	}

	private static void checkLength(AgentMode agent, Destination destination) {
		int length = destination.stream().length() + agent.fileStem().length() + LONGEST_SUFFIX
				+ FileNames.pattern(agent.settings().directory(), destination).length();
		if (length > NameRule.MAX_LENGTH) {
			throw new InvalidSettingException("agent.directory", agent.settings().directory(),
					"The CloudWatch agent puts the path of a file behind the name of its stream, and both together have "
							+ length + " characters. The service takes " + NameRule.MAX_LENGTH + ".",
					"Choose a shorter directory, agent.file-name or stream.");
		}
	}

	private static LogGroupProperties properties(CreateSettings create, EntitySettings entity) {
		refuse("create.kms-key", create.kmsKey() != null, "...");
		refuse("create.tags", !create.tags().isEmpty(), create.tags().keySet());
		refuse("create.deletion-protection", create.deletionProtection(), true);
		refuse("create.group-class", create.groupClass() == LogGroupClass.DELIVERY, "delivery");
		if (!entity.attributes().isEmpty()) {
			throw new InvalidSettingException("entity.attributes", entity.attributes().keySet(),
					"The CloudWatch agent sends the name and the environment of a service only.",
					"Remove them, or set mode to direct.");
		}
		return new LogGroupProperties(create.retentionDays(), groupClass(create.groupClass()),
				entity.keyAttributes().get("Name"), entity.keyAttributes().get("Environment"));
	}

	private static void refuse(String setting, boolean isSet, Object value) {
		if (isSet) {
			throw new InvalidSettingException(setting, value, CREATED_BY_THE_AGENT, CREATE_BEFORE);
		}
	}

	private static @Nullable String groupClass(@Nullable LogGroupClass groupClass) {
		return (groupClass != null) ? groupClass.name() : null;
	}

}
