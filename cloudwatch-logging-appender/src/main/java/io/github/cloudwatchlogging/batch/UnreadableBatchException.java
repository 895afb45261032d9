package io.github.cloudwatchlogging.batch;

import org.jspecify.annotations.Nullable;

/**
 * The events of a batch cannot be read back from where they are kept.
 */
public final class UnreadableBatchException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what cannot be read
	 * @param cause why, or {@code null}
	 */
	public UnreadableBatchException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
