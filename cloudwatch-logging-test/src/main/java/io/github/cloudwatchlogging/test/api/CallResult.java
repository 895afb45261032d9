package io.github.cloudwatchlogging.test.api;

/**
 * What a request that was carried out has come to.
 *
 * @param body the body of the answer; empty for operations without output
 * @param acceptedEvents the number of events stored
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CallResult(byte[] body, int acceptedEvents) {

}
