package io.github.cloudwatchlogging.logback.routing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.template.NameRule;
import io.github.cloudwatchlogging.template.Template;

/**
 * The words of whoever fills in the names of groups and streams.
 */
@FunctionalInterface
public interface NameDialect {

	/**
	 * We fill them in.
	 */
	NameDialect OWN = (setting, source, rule, template) -> template;

	/**
	 * Returns a name in those words.
	 * @param setting where it comes from, for the exception
	 * @param source how it was written, for the exception
	 * @param rule what the name must keep to
	 * @param template the name
	 * @return the name to use
	 * @throws InvalidSettingException if there are no words for it
	 */
	Template<ILoggingEvent> translate(String setting, String source, NameRule rule, Template<ILoggingEvent> template);

}
