package io.github.cloudwatchlogging.logback.options;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose events are taken: {@code <loggers>}.
 */
public final class LoggersOptions {

	private final List<String> include = new ArrayList<>();

	private final List<String> exclude = new ArrayList<>();

	/**
	 * Adds loggers whose events are taken: {@code <include>}. Without one all are.
	 * @param pattern the value
	 */
	public void addInclude(String pattern) {
		this.include.add(pattern);
	}

	/**
	 * Adds loggers whose events are not taken all the same: {@code <exclude>}.
	 * @param pattern the value
	 */
	public void addExclude(String pattern) {
		this.exclude.add(pattern);
	}

	/**
	 * Returns whose events are taken.
	 * @return the patterns
	 */
	public List<String> include() {
		return List.copyOf(this.include);
	}

	/**
	 * Returns whose events are not taken all the same.
	 * @return the patterns
	 */
	public List<String> exclude() {
		return List.copyOf(this.exclude);
	}

}
