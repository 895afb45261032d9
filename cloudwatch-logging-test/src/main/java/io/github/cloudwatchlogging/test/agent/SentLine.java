package io.github.cloudwatchlogging.test.agent;

import java.time.Instant;

/**
 * An event that the agent has handed on for the service.
 *
 * @param group its log group
 * @param stream its log stream
 * @param time the first time that the agent found in it, or when it was read if there is
 * none
 * @param message the line, or several lines that the agent took for one event
 */
public record SentLine(String group, String stream, Instant time, String message) {
}
