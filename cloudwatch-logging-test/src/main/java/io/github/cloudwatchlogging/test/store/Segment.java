package io.github.cloudwatchlogging.test.store;

/**
 * What one put has added to a stream.
 *
 * @param batch the events of the request
 * @param from the index of the first accepted one
 * @param to the index after the last accepted one
 * @param ingestionTime when it was accepted, in epoch milliseconds
 * @param firstSequence the number of the batch's first event in the order of arrival
 */
public record Segment(EventBatch batch, int from, int to, long ingestionTime, long firstSequence) {

}
