package io.github.cloudwatchlogging.agent.config;

import io.github.cloudwatchlogging.event.Destination;

/**
 * The files of one destination.
 *
 * @param pattern an absolute path with stars, which matches all of them and no others
 * @param destination where their lines go, in the agent's terms
 */
public record CollectedFiles(String pattern, Destination destination) {
}
