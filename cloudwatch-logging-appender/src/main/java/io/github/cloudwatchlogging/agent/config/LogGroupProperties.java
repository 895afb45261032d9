package io.github.cloudwatchlogging.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * What the agent sets on log groups and sends with their events; each {@code null} where
 * nothing is said.
 *
 * @param retentionDays how many days a group keeps its events
 * @param groupClass the class of a new group: {@code STANDARD} or
 * {@code INFREQUENT_ACCESS}
 * @param service the name of the service that the events come from
 * @param environment where that service runs
 */
public record LogGroupProperties(@Nullable Integer retentionDays, @Nullable String groupClass, @Nullable String service,
		@Nullable String environment) {

	/**
	 * Nothing is said.
	 */
	public static final LogGroupProperties NONE = new LogGroupProperties(null, null, null, null);

}
