package io.github.cloudwatchlogging.settings;

/**
 * What becomes of an event whose message is longer than a batch takes.
 */
public enum OversizePolicy {

	/**
	 * It is shortened to what fits and says how much went. A JSON object stays one.
	 */
	TRUNCATE,

	/**
	 * It becomes several events of the same time, numbered and in order.
	 */
	SPLIT,

	/**
	 * It is given up, counted and told.
	 */
	DROP

}
