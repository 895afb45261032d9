package io.github.cloudwatchlogging.test.contract;

import java.util.Map;

/**
 * A refusal, with the facts of the answer that tells it.
 */
public final class ServiceException extends RuntimeException {

	private final int status;

	private final String type;

	private final Map<String, String> headers;

	/**
	 * Creates a refusal.
	 * @param status the HTTP status
	 * @param type the error type, for instance {@code ThrottlingException}
	 * @param message the text for the caller
	 */
	public ServiceException(int status, String type, String message) {
		this(status, type, message, Map.of());
	}

	/**
	 * Creates a refusal with headers of its own.
	 * @param status the HTTP status
	 * @param type the error type
	 * @param message the text for the caller
	 * @param headers additional headers, for instance {@code Retry-After}
	 */
	public ServiceException(int status, String type, String message, Map<String, String> headers) {
		// An answer, not a bug: nobody reads the stack trace.
		super(message, null, false, false);
		this.status = status;
		this.type = type;
		this.headers = Map.copyOf(headers);
	}

	/**
	 * Refuses a request that breaks a rule.
	 * @param message the text for the caller
	 * @return the refusal
	 */
	public static ServiceException invalidParameter(String message) {
		return new ServiceException(400, "InvalidParameterException", message);
	}

	/**
	 * Refuses a request for something that is not there.
	 * @param noun what is missing, for instance {@code log group}
	 * @return the refusal
	 */
	public static ServiceException notFound(String noun) {
		return new ServiceException(400, "ResourceNotFoundException", "The specified " + noun + " does not exist.");
	}

	/**
	 * Refuses to create something that is there.
	 * @param noun what exists, for instance {@code log group}
	 * @return the refusal
	 */
	public static ServiceException alreadyExists(String noun) {
		// Without a full stop, as recorded from the real service.
		return new ServiceException(400, "ResourceAlreadyExistsException", "The specified " + noun + " already exists");
	}

	/**
	 * Refuses a request over quota.
	 * @return the refusal
	 */
	public static ServiceException throttled() {
		return new ServiceException(400, "ThrottlingException", "Rate exceeded");
	}

	/**
	 * Refuses a body that is not the JSON the operation takes.
	 * @param message the text for the caller
	 * @return the refusal
	 */
	public static ServiceException serialization(String message) {
		return new ServiceException(400, "SerializationException", message);
	}

	/**
	 * Returns the HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Returns the error type.
	 * @return the type
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Returns the additional headers.
	 * @return the headers
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * Returns the text for the caller, which is never {@code null}.
	 * @return the text
	 */
	public String text() {
		String message = getMessage();
		return (message != null) ? message : "";
	}

}
