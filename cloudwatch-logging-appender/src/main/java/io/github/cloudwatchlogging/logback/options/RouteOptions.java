package io.github.cloudwatchlogging.logback.options;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A way for the events of some loggers: {@code <route>}.
 */
public final class RouteOptions {

	private final List<String> loggers = new ArrayList<>();

	private @Nullable String level;

	private @Nullable String group;

	private @Nullable String stream;

	private @Nullable String format;

	private @Nullable String pattern;

	private boolean proceed;

	/**
	 * Adds loggers whose events take the route: {@code <logger>}. Without one those of
	 * all do.
	 * @param pattern the value
	 */
	public void addLogger(String pattern) {
		this.loggers.add(pattern);
	}

	/**
	 * Sets the least level of its events; without one it is that of all events.
	 * @param level the value
	 */
	public void setLevel(String level) {
		this.level = level;
	}

	/**
	 * Sets the log group's name, a template; without one it is that of all events.
	 * @param group the value
	 */
	public void setGroup(String group) {
		this.group = group;
	}

	/**
	 * Sets the log stream's name, a template; without one it is that of all events.
	 * @param stream the value
	 */
	public void setStream(String stream) {
		this.stream = stream;
	}

	/**
	 * Sets what its events look like: {@code json} or {@code text}; without it they look
	 * like all events.
	 * @param format the value
	 */
	public void setFormat(String format) {
		this.format = format;
	}

	/**
	 * Sets the pattern of the format {@code text}.
	 * @param pattern the value
	 */
	public void setPattern(String pattern) {
		this.pattern = pattern;
	}

	/**
	 * Sets whether its events go on to the routes behind it: {@code <continue>}.
	 * @param proceed the value
	 */
	public void setContinue(boolean proceed) {
		this.proceed = proceed;
	}

	/**
	 * Returns whose events take the route.
	 * @return the patterns
	 */
	public List<String> loggers() {
		return List.copyOf(this.loggers);
	}

	/**
	 * Returns the least level of its events.
	 * @return the level's name, or {@code null}
	 */
	public @Nullable String level() {
		return this.level;
	}

	/**
	 * Returns the log group's name.
	 * @return the template, or {@code null}
	 */
	public @Nullable String group() {
		return this.group;
	}

	/**
	 * Returns the log stream's name.
	 * @return the template, or {@code null}
	 */
	public @Nullable String stream() {
		return this.stream;
	}

	/**
	 * Returns what its events look like.
	 * @return the format's name, or {@code null}
	 */
	public @Nullable String format() {
		return this.format;
	}

	/**
	 * Returns the pattern of texts.
	 * @return the pattern, or {@code null}
	 */
	public @Nullable String pattern() {
		return this.pattern;
	}

	/**
	 * Returns whether its events go on.
	 * @return whether they do
	 */
	public boolean proceed() {
		return this.proceed;
	}

}
