package io.github.cloudwatchlogging.autoconfigure.crac;

/**
 * Hears of a checkpoint.
 */
public interface Resource {

	void beforeCheckpoint(Context<? extends Resource> context) throws Exception;

	void afterRestore(Context<? extends Resource> context) throws Exception;

}
