package io.github.cloudwatchlogging.autoconfigure;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.pattern.DynamicConverter;
import io.github.cloudwatchlogging.logback.format.ExtrasConverter;
import io.github.cloudwatchlogging.mask.Masking;

/**
 * Adds key-value pairs and MDC to the lines on the console, whoever wrote their pattern:
 * Spring Boot, {@code logging.pattern.console} or a {@code logback-spring.xml}. The
 * pattern itself is read back from the running appender, so none is copied here.
 */
final class ConsoleExtras {

	static final String WORD = "cloudwatchExtras";

	private static final Pattern MESSAGE = Pattern.compile("%[-.\\d]*(?:msg|message|m)(?![a-zA-Z])");

	private static final Pattern LINE_END = Pattern.compile("%n(?![a-zA-Z])");

	// Spring Boot shows them already where it has them.
	private static final String CORRELATION = "%correlationId";

	private static final String WITHOUT_CORRELATION = "{traceId,spanId}";

	private final LoggerContext loggerContext;

	private final Masking masking;

	private ConsoleExtras(LoggerContext loggerContext, Masking masking) {
		this.loggerContext = loggerContext;
		this.masking = masking;
	}

	static void add(LoggerContext loggerContext, CloudWatchLogsProperties properties) {
		if (properties.console().extras()) {
			Masking masking = Masking.of(EventFormats.mask(properties.json().mask()));
			ConsoleExtras extras = new ConsoleExtras(loggerContext, masking);
			AppenderTree.forEach(loggerContext, extras::addTo);
		}
	}

	private void addTo(Appender<ILoggingEvent> appender) {
		if (appender instanceof ConsoleAppender<ILoggingEvent> console
				&& console.getEncoder() instanceof PatternLayoutEncoder encoder) {
			addTo(encoder);
		}
	}

	private void addTo(PatternLayoutEncoder encoder) {
		if (!encoder.getPattern().contains(WORD)) {
			registerWord();
			encoder.stop();
			encoder.setPattern(withExtras(encoder.getPattern()));
			encoder.start();
		}
	}

	/**
	 * Returns a pattern with the extras behind its message, at the end of that line.
	 */
	static String withExtras(String pattern) {
		Matcher message = MESSAGE.matcher(pattern);
		Matcher lineEnd = LINE_END.matcher(pattern);
		int at = lineEnd.find(message.find() ? message.end() : 0) ? lineEnd.start() : pattern.length();
		String word = "%" + WORD + (pattern.contains(CORRELATION) ? WITHOUT_CORRELATION : "{}");
		return pattern.substring(0, at) + word + pattern.substring(at);
	}

	@SuppressWarnings("unchecked")
	private void registerWord() {
		Map<String, Supplier<DynamicConverter<?>>> words = (Map<String, Supplier<DynamicConverter<?>>>) this.loggerContext
			.getObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS);
		if (words == null) {
			words = new HashMap<>();
			this.loggerContext.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, words);
		}
		words.put(WORD, () -> new ExtrasConverter(this.masking));
	}

}
