package io.github.cloudwatchlogging.benchmarks.peers;

/**
 * What is known of one run.
 */
enum Figure {

	/**
	 * When the measured calls began, in microseconds of the epoch.
	 */
	FIRST_CALL_MICROS,

	/**
	 * When the appenders had stopped, in microseconds of the epoch.
	 */
	STOPPED_MICROS,

	/**
	 * The process's time on the CPU, from its launch until the appenders had stopped.
	 */
	CPU_MILLIS,

	/**
	 * That part of it that came after the first measured call.
	 */
	LOGGING_CPU_MILLIS,

	/**
	 * The time on the CPU in the second half of a workload with pauses.
	 */
	SECOND_HALF_CPU_MILLIS,

	/**
	 * The time on the CPU in the last two thirds of the rest.
	 */
	REST_CPU_MILLIS,

	/**
	 * How long a call took on average.
	 */
	MEAN_NANOS,

	/**
	 * How long a call was on the CPU on average, together with its share of the pauses.
	 */
	CALLER_CPU_NANOS,

	/**
	 * How long no more than one of a thousand calls took.
	 */
	P999_NANOS,

	/**
	 * How long the longest call took.
	 */
	LONGEST_NANOS,

	/**
	 * The most memory that the process ever held.
	 */
	PEAK_KILOBYTES,

	/**
	 * How many events arrived.
	 */
	DELIVERED,

	/**
	 * When the last of them had arrived, in microseconds of the epoch.
	 */
	LAST_DELIVERY_MICROS,

	/**
	 * How many requests with events in them the service took since the first measured
	 * call.
	 */
	REQUESTS,

	/**
	 * How many the service refused because of its limits.
	 */
	REFUSED_REQUESTS

}
