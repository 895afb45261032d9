package io.github.cloudwatchlogging.settings;

/**
 * How events reach the service.
 */
public enum DeliveryMode {

	/**
	 * The appender calls the service.
	 */
	DIRECT,

	/**
	 * The appender writes files, which a CloudWatch agent reads and sends.
	 */
	AGENT

}
