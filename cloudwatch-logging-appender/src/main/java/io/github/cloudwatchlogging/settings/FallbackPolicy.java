package io.github.cloudwatchlogging.settings;

/**
 * Where events go that are lost.
 */
public enum FallbackPolicy {

	/**
	 * Nowhere; they are counted.
	 */
	NONE,

	/**
	 * To the console, as many as it can bear.
	 */
	CONSOLE

}
