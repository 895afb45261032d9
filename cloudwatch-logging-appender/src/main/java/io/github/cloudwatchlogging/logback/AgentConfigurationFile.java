package io.github.cloudwatchlogging.logback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * The file in which a CloudWatch agent finds its configuration.
 */
final class AgentConfigurationFile {

	private AgentConfigurationFile() {
	}

	/**
	 * Writes it, where the settings say so. They are checked in any case: what the agent
	 * cannot do must not wait until somebody asks for its configuration.
	 * @param warnings is told where it cannot be written
	 * @throws InvalidSettingException if the agent cannot do what is set
	 */
	static void write(AppenderSettings settings, Consumer<String> warnings) {
		AgentConfiguration configuration = settings.agentConfiguration();
		Path file = (settings.agent() != null) ? settings.agent().settings().configFile() : null;
		if (configuration == null || file == null) {
			return;
		}
		try {
			configuration.writeTo(file);
		}
		catch (IOException ex) {
			warnings.accept("Cannot write the CloudWatch agent's configuration to agent.config-file = " + file
					+ ", which stays as it is: " + ex);
		}
	}

}
