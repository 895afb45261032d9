package io.github.cloudwatchlogging.logback.format;

import java.util.stream.Collectors;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.status.ErrorStatus;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * Text, by a pattern of Logback.
 *
 * @param pattern the pattern
 */
record TextFormat(String pattern) implements EventFormat {

	@Override
	public String name() {
		return TEXT;
	}

	@Override
	public Encoder<ILoggingEvent> encoder(Context context) {
		check(context);
		TextEventEncoder encoder = new TextEventEncoder(this.pattern);
		encoder.setContext(context);
		return encoder;
	}

	// Logback starts with most patterns that it cannot read, and prints complaints for
	// events. With a date's text that has a comma and no quotes it does not start.
	private void check(Context context) {
		LoggerContext trial = new LoggerContext();
		copyRegistry(CoreConstants.PATTERN_RULE_REGISTRY, context, trial);
		copyRegistry(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, context, trial);
		PatternLayout layout = new PatternLayout();
		layout.setContext(trial);
		layout.setPattern(this.pattern);
		try {
			layout.start();
		}
		catch (RuntimeException ex) {
			trial.getStatusManager().add(new ErrorStatus(String.valueOf(ex.getMessage()), this, ex));
		}
		String problems = trial.getStatusManager()
			.getCopyOfStatusList()
			.stream()
			.filter((status) -> status.getLevel() >= Status.ERROR)
			.map(Status::getMessage)
			.distinct()
			.collect(Collectors.joining("; "));
		if (this.pattern.isBlank() || !problems.isEmpty()) {
			throw new InvalidSettingException("pattern", this.pattern,
					this.pattern.isBlank() ? "It is empty." : "Logback says: " + problems + ".",
					"Write it like " + DEFAULT_PATTERN + ".");
		}
	}

	private static void copyRegistry(String key, Context from, Context to) {
		Object registry = from.getObject(key);
		if (registry != null) {
			to.putObject(key, registry);
		}
	}

}
