package io.github.cloudwatchlogging.test.store;

/**
 * One event that the server has accepted.
 *
 * @param group the name of its group
 * @param stream the name of its stream
 * @param timestamp when it happened, in epoch milliseconds, as the client said
 * @param ingestionTime when it was accepted, in epoch milliseconds of the server's clock
 * @param message its message, never empty
 */
public record ReceivedEvent(String group, String stream, long timestamp, long ingestionTime, String message) {

}
