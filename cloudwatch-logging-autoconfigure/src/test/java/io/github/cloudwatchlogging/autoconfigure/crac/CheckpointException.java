package io.github.cloudwatchlogging.autoconfigure.crac;

/**
 * Looked for by {@code org.crac}, and never thrown.
 */
public class CheckpointException extends Exception {

}
