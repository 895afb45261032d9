package io.github.cloudwatchlogging.logback.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.github.cloudwatchlogging.settings.StackTraceSettings;
import org.jspecify.annotations.Nullable;

/**
 * Prints an exception with its causes and what it suppressed, as far as the settings ask
 * for it. Prints one exception.
 */
final class StackTraceText {

	private static final String FRAME_PREFIX = "at ";

	// What may be cut off, so that what is masked is masked as a whole before the rest
	// of it is cut.
	private static final int BEYOND_THE_LENGTH = 4096;

	// No exception of sane code comes near; each level of what is suppressed costs stack.
	private static final int DEEPEST = 50;

	private final StackTraceSettings settings;

	private final StringBuilder text = new StringBuilder(1024);

	private final int mostCharacters;

	private StackTraceText(StackTraceSettings settings) {
		this.settings = settings;
		Integer length = settings.maxLength();
		this.mostCharacters = (length != null) ? length + BEYOND_THE_LENGTH : Integer.MAX_VALUE;
	}

	/**
	 * Returns the text, somewhat longer than the settings allow.
	 */
	static String of(IThrowableProxy exception, StackTraceSettings settings) {
		StackTraceText text = new StackTraceText(settings);
		text.print(exception, "", 0);
		return text.text.toString();
	}

	private void print(IThrowableProxy exception, String indent, int depth) {
		List<IThrowableProxy> causes = new ArrayList<>();
		for (IThrowableProxy cause = exception; cause != null; cause = cause.getCause()) {
			causes.add(cause);
		}
		if (this.settings.rootCauseFirst()) {
			Collections.reverse(causes);
		}
		for (int index = 0; index < causes.size() && !isFull(); index++) {
			String caption = (index == 0) ? "" : this.settings.rootCauseFirst() ? "Wrapped by: " : "Caused by: ";
			printOne(causes.get(index), caption, commonFrames(causes, index), indent, depth);
		}
	}

	// Of two exceptions that share frames, the one that comes first has them.
	private int commonFrames(List<IThrowableProxy> causes, int index) {
		if (!this.settings.rootCauseFirst()) {
			return causes.get(index).getCommonFrames();
		}
		return (index > 0) ? causes.get(index - 1).getCommonFrames() : 0;
	}

	private void printOne(IThrowableProxy exception, String caption, int common, String indent, int depth) {
		this.text.append((depth > 0 && caption.isEmpty()) ? "" : indent).append(caption);
		if (exception.isCyclic()) {
			this.text.append("[CIRCULAR REFERENCE: ");
			printNameOf(exception);
			this.text.append("]\n");
			return;
		}
		printNameOf(exception);
		this.text.append('\n');
		printFrames(exception, common, indent);
		for (IThrowableProxy suppressed : exception.getSuppressed()) {
			if (!isFull() && depth < DEEPEST) {
				this.text.append(indent).append("\tSuppressed: ");
				print(suppressed, indent + '\t', depth + 1);
			}
		}
	}

	private void printNameOf(IThrowableProxy exception) {
		this.text.append(exception.getClassName());
		String message = exception.getMessage();
		if (message != null) {
			this.text.append(": ").append(message);
		}
	}

	private void printFrames(IThrowableProxy exception, int common, String indent) {
		StackTraceElementProxy @Nullable [] frames = exception.getStackTraceElementProxyArray();
		int own = (frames != null) ? Math.max(0, frames.length - common) : 0;
		int printed = 0;
		int excluded = 0;
		Integer most = this.settings.maxDepth();
		for (int index = 0; frames != null && index < own && !isFull(); index++) {
			if (isExcluded(frames[index])) {
				excluded++;
			}
			else if (most == null || printed < most) {
				this.text.append(indent).append('\t').append(frames[index].getSTEAsString()).append('\n');
				printed++;
			}
		}
		printCount(indent, excluded, "excluded");
		printCount(indent, isFull() ? 0 : own - printed - excluded, "more");
		printCount(indent, common, "common frames omitted");
	}

	private void printCount(String indent, int count, String what) {
		if (count > 0) {
			this.text.append(indent).append("\t... ").append(count).append(' ').append(what).append('\n');
		}
	}

	private boolean isExcluded(StackTraceElementProxy frame) {
		List<String> excluded = this.settings.excludeFrames();
		for (int index = 0; index < excluded.size(); index++) {
			if (frame.getSTEAsString().startsWith(excluded.get(index), FRAME_PREFIX.length())) {
				return true;
			}
		}
		return false;
	}

	private boolean isFull() {
		return this.text.length() >= this.mostCharacters;
	}

}
