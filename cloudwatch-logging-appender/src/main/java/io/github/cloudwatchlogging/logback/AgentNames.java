package io.github.cloudwatchlogging.logback;

import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.logback.routing.NameDialect;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.template.LateNames;
import io.github.cloudwatchlogging.template.NameRule;
import io.github.cloudwatchlogging.template.Template;

/**
 * The names of groups and streams in the words of a CloudWatch agent, which may run on
 * another host than the application and serves several of its processes.
 */
final class AgentNames implements NameDialect {

	private static final Map<String, String> KNOWN_TO_THE_AGENT = Map.of("hostname", "{local_hostname}", "ip",
			"{ip_address}", "ec2:instance-id", "{instance_id}", "region", "{aws_region}", "account", "{account_id}");

	/**
	 * What tells processes apart, as the file's name does that the agent puts behind the
	 * stream's.
	 */
	private static final Set<String> OF_THE_PROCESS = Set.of("pid", "uuid");

	private static final String SEPARATORS = "-/._#@ ";

	@Override
	public Template<ILoggingEvent> translate(String setting, String source, NameRule rule,
			Template<ILoggingEvent> template) {
		if (template.fixedName() == null) {
			throw new InvalidSettingException(setting, source,
					"It depends on the event, and the CloudWatch agent sends all lines of a file to one stream.",
					"Leave out {level}, {logger}, {thread}, {marker}, {mdc:...}, {kv:...} and {date:...};"
							+ " give loggers routes of their own, or set mode to direct.");
		}
		String text = template.fixedText();
		for (String variable : LateNames.variables(text)) {
			String placeholder = "*{" + variable + "}";
			if (KNOWN_TO_THE_AGENT.containsKey(variable)) {
				text = text.replace(placeholder, KNOWN_TO_THE_AGENT.getOrDefault(variable, ""));
			}
			else if (OF_THE_PROCESS.contains(variable) && rule == NameRule.LOG_STREAM) {
				text = without(placeholder, text);
			}
			else {
				throw new InvalidSettingException(setting, source,
						"The CloudWatch agent, which fills in the name, does not know {" + variable + "}.",
						"Use {hostname}, which is the pod's name on Kubernetes, or {env:NAME:default}; or set mode to"
								+ " direct.");
			}
		}
		return Template.literal(rule,
				text.isEmpty() ? KNOWN_TO_THE_AGENT.getOrDefault("hostname", Template.NO_VALUE) : text);
	}

	private static String without(String placeholder, String text) {
		int start = text.indexOf(placeholder);
		int end = start + placeholder.length();
		if (start > 0 && SEPARATORS.indexOf(text.charAt(start - 1)) >= 0) {
			start--;
		}
		else if (start == 0 && end < text.length() && SEPARATORS.indexOf(text.charAt(end)) >= 0) {
			end++;
		}
		String shorter = text.substring(0, start) + text.substring(end);
		return shorter.contains(placeholder) ? without(placeholder, shorter) : shorter;
	}

}
