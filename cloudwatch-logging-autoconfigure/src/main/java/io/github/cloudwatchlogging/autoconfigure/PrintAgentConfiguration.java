package io.github.cloudwatchlogging.autoconfigure;

import java.io.PrintStream;
import java.util.function.IntConsumer;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * The command line with which an application prints the configuration of the CloudWatch
 * agent that reads its files, and ends. Only a command line asks: an environment variable
 * would be inherited by applications that are to run.
 */
final class PrintAgentConfiguration {

	private static final String OPTION = "cloudwatch.logs.agent.print-config";

	private PrintAgentConfiguration() {
	}

	static void ifAsked(ConfigurableEnvironment environment, PrintStream output, IntConsumer exit) {
		PropertySource<?> commandLine = environment.getPropertySources()
			.get(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME);
		Object asked = (commandLine != null) ? commandLine.getProperty(OPTION) : null;
		if (asked != null && !"false".equals(asked)) {
			CloudWatchLogsProperties properties = Binder.get(environment)
				.bindOrCreate("cloudwatch.logs", CloudWatchLogsProperties.class);
			output.print(AppenderSettingsFactory.agentConfiguration(properties, environment).toJson());
			output.flush();
			exit.accept(0);
		}
	}

}
