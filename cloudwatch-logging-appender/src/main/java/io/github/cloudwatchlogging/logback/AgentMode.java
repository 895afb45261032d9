package io.github.cloudwatchlogging.logback;

import java.util.Map;
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.agent.config.AgentConnection;
import io.github.cloudwatchlogging.agent.files.FileNames;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.template.LateNames;
import io.github.cloudwatchlogging.template.NameRule;
import io.github.cloudwatchlogging.template.Template;
import org.jspecify.annotations.Nullable;

/**
 * What the appender needs to write files for a CloudWatch agent.
 *
 * @param settings where the files are, and their bounds
 * @param fileStem how the names of this process' files begin
 * @param connection how the agent reaches the service
 */
public record AgentMode(AgentSettings settings, String fileStem, AgentConnection connection) {

	private static final Map<String, String> UNREADABLE_FORMATS = Map.of("text", "Its events are several lines", "gelf",
			"Its times are numbers", "logstash", "Its times have an offset that the agent cannot read");

	/**
	 * Returns the mode.
	 * @param settings the settings
	 * @param application what is known of the application
	 * @param property from a property's name to its value
	 * @param connection how the agent reaches the service
	 * @return the mode
	 * @throws InvalidSettingException if the name of the files is none
	 */
	public static AgentMode of(AgentSettings settings, ApplicationInfo application,
			UnaryOperator<@Nullable String> property, AgentConnection connection) {
		String source = settings.fileName();
		Template<ILoggingEvent> template;
		try {
			template = Template.parse(source, NameRule.LOG_GROUP, EventVariables.catalog(application, property));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidSettingException("agent.file-name", source, String.valueOf(ex.getMessage()),
					"Use letters, digits, dots, dashes and underscores, and variables in braces.", ex);
		}
		String name = template.fixedName();
		if (name == null || !LateNames.variables(name).isEmpty()) {
			throw new InvalidSettingException("agent.file-name", source,
					"It has variables of the event, or such as are not known when the application starts.",
					"Use {application}, {hostname}, {ip}, {pid}, {env:...} and the like.");
		}
		return new AgentMode(settings, FileNames.lawful(name), connection);
	}

	/**
	 * Refuses a format whose events the agent takes apart, or whose times it cannot read.
	 * @param setting where it comes from
	 * @param format the format's name
	 * @throws InvalidSettingException if it is known to be one
	 */
	public static void refuseUnreadable(String setting, String format) {
		UNREADABLE_FORMATS.forEach((name, reason) -> {
			if (name.equalsIgnoreCase(format)) {
				throw new InvalidSettingException(setting, format, reason + ", and a CloudWatch agent reads the files.",
						"Use json or ecs, or set mode to direct.");
			}
		});
	}

}
