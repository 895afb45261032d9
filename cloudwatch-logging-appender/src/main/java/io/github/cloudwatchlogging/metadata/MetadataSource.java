package io.github.cloudwatchlogging.metadata;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * One platform's knowledge of this process. Takes its settings when it is made, because
 * Logback forgets its context's properties before it stops. Thread-safe.
 */
interface MetadataSource {

	/**
	 * Returns the platform's name, for messages.
	 */
	String platform();

	/**
	 * Returns the variables that it may have values for.
	 */
	Set<String> variables();

	/**
	 * Returns what it knows. May take long.
	 * @return values by variable, empty where the process does not run on this platform
	 * @throws IOException if the answer may be another a moment later
	 */
	Map<String, String> read() throws IOException;

}
