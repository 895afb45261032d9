package io.github.cloudwatchlogging.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The table from what the SDK threw to what the engine does. Codes are those of the API
 * model, and those that AWS documents as common to all services.
 */
final class Outcomes {

	private static final Map<Kind, List<String>> CODES = Map.of(
			// Tried again soon, at growing intervals.
			Kind.THROTTLED,
			List.of("ThrottlingException", "Throttling", "ThrottledException", "TooManyRequestsException",
					"RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown",
					"BandwidthLimitExceeded"),
			Kind.UNAVAILABLE,
			List.of("ServiceUnavailableException", "ServiceUnavailable", "InternalFailure", "InternalServerError",
					"InternalServerException", "InternalError", "RequestTimeout", "RequestTimeoutException",
					// Several creators at once: one of them wins, the others try again.
					"OperationAbortedException"),
			// The SDK has corrected its time by the answer's Date when it throws these.
			Kind.CLOCK, List.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"),
			// Tried again slowly: only somebody's intervention helps.
			Kind.DENIED,
			List.of("AccessDeniedException", "AccessDenied", "UnrecognizedClientException", "InvalidClientTokenId",
					"ExpiredTokenException", "ExpiredToken", "InvalidSignatureException", "SignatureDoesNotMatch",
					"IncompleteSignature", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
					"NotAuthorized", "OptInRequired"),
			Kind.LIMIT_REACHED, List.of("LimitExceededException"),
			// Refused for good.
			Kind.INVALID, List.of("InvalidParameterException"));

	private static final Map<String, Kind> KINDS = byCode();

	/**
	 * How the service itself words a wrong clock, whatever the code.
	 */
	private static final Pattern CLOCK_MESSAGE = Pattern.compile("Signature (expired|not yet current):.*");

	/**
	 * How the SDK words that there are no credentials; it has no type for that.
	 */
	private static final Pattern NO_CREDENTIALS = Pattern
		.compile("(?s)(Unable to load credentials|Profile file contained no credentials"
				+ "|Profile .* (was not found|not found)).*");

	private static final int FORBIDDEN = 403;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private static final Pattern SECRETS = Pattern
		.compile("\\b(?:\\d{12}|A[KS]IA[A-Z0-9]{12,})\\b|(?<=(?i:x-amz-security-token):)\\s*\\S+");

	private Outcomes() {
	}

	private static Map<String, Kind> byCode() {
		Map<String, Kind> kinds = new HashMap<>();
		CODES.forEach((kind, codes) -> codes.forEach((code) -> kinds.put(code, kind)));
		return Map.copyOf(kinds);
	}

	static Outcome of(SdkException ex) {
		return (ex instanceof AwsServiceException answer) ? ofAnswer(answer) : ofSilence(ex);
	}

	private static Outcome ofAnswer(AwsServiceException ex) {
		String code = code(ex);
		if ("ResourceNotFoundException".equals(code)) {
			return new Outcome.DestinationMissing();
		}
		if ("DataAlreadyAcceptedException".equals(code)) {
			return new Outcome.Delivered();
		}
		if ("ResourceAlreadyExistsException".equals(code)) {
			return new Outcome.Existed();
		}
		String message = details(ex).map(AwsErrorDetails::errorMessage).orElse("");
		Kind kind = CLOCK_MESSAGE.matcher(message).matches() ? Kind.CLOCK
				: KINDS.getOrDefault(code, kindOfStatus(ex.statusCode()));
		Trouble trouble = new Trouble(kind, code, readable(message));
		boolean forGood = kind == Kind.INVALID && KINDS.containsKey(code);
		return forGood ? new Outcome.Refused(trouble) : new Outcome.TryLater(trouble, retryAfter(ex));
	}

	private static Kind kindOfStatus(int status) {
		if (status >= SERVER_ERROR) {
			return Kind.UNAVAILABLE;
		}
		if (status == TOO_MANY_REQUESTS) {
			return Kind.THROTTLED;
		}
		// An answer that nobody foresaw is no reason to lose a batch: it is tried again,
		// slowly.
		return (status == FORBIDDEN) ? Kind.DENIED : Kind.INVALID;
	}

	private static Outcome ofSilence(SdkException ex) {
		boolean credentials = NO_CREDENTIALS.matcher(String.valueOf(ex.getMessage())).matches();
		return new Outcome.TryLater(trouble(credentials ? Kind.DENIED : Kind.UNREACHABLE, ex));
	}

	static Trouble trouble(Kind kind, Throwable ex) {
		return new Trouble(kind, ex.getClass().getSimpleName(), readable(ex.getMessage()));
	}

	private static String code(AwsServiceException ex) {
		return details(ex).map(AwsErrorDetails::errorCode).orElse("HTTP " + ex.statusCode());
	}

	private static Optional<AwsErrorDetails> details(AwsServiceException ex) {
		return Optional.ofNullable(ex.awsErrorDetails());
	}

	private static Duration retryAfter(AwsServiceException ex) {
		return details(ex).map(AwsErrorDetails::sdkHttpResponse).map(RetryAfter::of).orElse(Duration.ZERO);
	}

	// Messages name the caller by its ARN, which holds the account's id, and a refused
	// signature repeats the signed headers with the session's token; logs and health may
	// be public.
	static String readable(@Nullable String message) {
		return SECRETS.matcher(String.valueOf(message)).replaceAll("***");
	}

}
