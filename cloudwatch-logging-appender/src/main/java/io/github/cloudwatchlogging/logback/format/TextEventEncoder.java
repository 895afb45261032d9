package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.EnsureExceptionHandling;

/**
 * Encodes an event as text, by a pattern of Logback: its converters, but written into
 * memory that is kept, and not asked again for what they have said already. Thread-safe
 * once started.
 */
final class TextEventEncoder extends WritingEncoder {

	private final String pattern;

	TextEventEncoder(String pattern) {
		this.pattern = pattern;
	}

	@Override
	public void start() {
		PatternLayout layout = new PatternLayout();
		layout.setContext(getContext());
		layout.setPattern(this.pattern);
		EnsureExceptionHandling exceptions = new EnsureExceptionHandling();
		layout.setPostCompileProcessor((context, head) -> {
			exceptions.process(context, head);
			TextPart[] parts = TextParts.of(head);
			setWriters(() -> new TextEventWriter(parts));
		});
		layout.start();
		super.start();
	}

}
