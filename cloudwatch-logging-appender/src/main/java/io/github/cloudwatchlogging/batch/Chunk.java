package io.github.cloudwatchlogging.batch;

/**
 * Bytes that are written.
 *
 * @param array holds them; not a copy
 * @param size how many of its bytes count, from the first on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are not copied
public record Chunk(byte[] array, int size) {

}
