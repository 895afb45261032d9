package io.github.cloudwatchlogging.logback.options;

import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.settings.StackTraceSettings;
import org.jspecify.annotations.Nullable;

/**
 * How much of a stack trace is written: {@code <stackTrace>}.
 */
public final class StackTraceOptions {

	private boolean rootCauseFirst = StackTraceSettings.DEFAULT.rootCauseFirst();

	private @Nullable Integer maxDepth;

	private @Nullable Integer maxLength;

	private final List<String> excludeFrames = new ArrayList<>();

	/**
	 * Sets whether the innermost cause comes first.
	 * @param rootCauseFirst the value
	 */
	public void setRootCauseFirst(boolean rootCauseFirst) {
		this.rootCauseFirst = rootCauseFirst;
	}

	/**
	 * Sets the most frames of each exception.
	 * @param maxDepth the value
	 */
	public void setMaxDepth(int maxDepth) {
		this.maxDepth = maxDepth;
	}

	/**
	 * Sets the most characters of the whole.
	 * @param maxLength the value
	 */
	public void setMaxLength(int maxLength) {
		this.maxLength = maxLength;
	}

	/**
	 * Adds how frames begin that are left out: {@code <excludeFrame>}.
	 * @param excludeFrame the value
	 */
	public void addExcludeFrame(String excludeFrame) {
		this.excludeFrames.add(excludeFrame);
	}

	StackTraceSettings toSettings() {
		return new StackTraceSettings(this.rootCauseFirst, this.maxDepth, this.maxLength, this.excludeFrames);
	}

}
