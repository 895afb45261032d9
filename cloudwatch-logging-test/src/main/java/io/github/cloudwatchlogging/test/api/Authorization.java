package io.github.cloudwatchlogging.test.api;

import io.github.cloudwatchlogging.test.contract.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * Requires a Signature Version 4 header for the service {@code logs}. Does not verify the
 * signature: the server takes any key.
 */
final class Authorization {

	private static final String ALGORITHM = "AWS4-HMAC-SHA256 ";

	private static final String CREDENTIAL = "Credential=";

	private Authorization() {
	}

	/**
	 * Returns the access key of a signed request.
	 */
	static String requireAccessKey(@Nullable String header) {
		if (header == null || header.isBlank()) {
			throw new ServiceException(400, "MissingAuthenticationTokenException", "Missing Authentication Token");
		}
		int credential = header.indexOf(CREDENTIAL);
		if (!header.startsWith(ALGORITHM) || credential < 0 || !header.contains("SignedHeaders=")
				|| !header.contains("Signature=")) {
			throw new ServiceException(400, "IncompleteSignatureException",
					"Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters.");
		}
		int end = header.indexOf(',', credential);
		String scope = header.substring(credential + CREDENTIAL.length(), (end > 0) ? end : header.length()).trim();
		// access key / date / Region / service / aws4_request; a key has no slash.
		String[] parts = scope.split("/", -1);
		if (parts.length != 5 || !parts[3].equals("logs")) {
			throw new ServiceException(400, "InvalidSignatureException",
					"Credential should be scoped to correct service: 'logs'.");
		}
		return parts[0];
	}

}
