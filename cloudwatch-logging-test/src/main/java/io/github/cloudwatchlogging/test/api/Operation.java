package io.github.cloudwatchlogging.test.api;

import java.io.InputStream;

/**
 * One operation of the service. Thread-safe.
 */
@FunctionalInterface
interface Operation {

	/**
	 * Reads a request of this operation without carrying it out, so that a fault can look
	 * at it first.
	 */
	PreparedCall prepare(InputStream body);

}
