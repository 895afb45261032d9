package io.github.cloudwatchlogging.aws;

import java.time.Duration;
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

	private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("ThrottlingException", Kind.THROTTLED),
			Map.entry("Throttling", Kind.THROTTLED), Map.entry("TooManyRequestsException", Kind.THROTTLED),
			Map.entry("RequestLimitExceeded", Kind.THROTTLED),
			Map.entry("ServiceUnavailableException", Kind.UNAVAILABLE),
			Map.entry("OperationAbortedException", Kind.UNAVAILABLE), Map.entry("InternalFailure", Kind.UNAVAILABLE),
			Map.entry("RequestTimeout", Kind.UNAVAILABLE), Map.entry("AccessDeniedException", Kind.DENIED),
			Map.entry("AccessDenied", Kind.DENIED), Map.entry("UnrecognizedClientException", Kind.DENIED),
			Map.entry("InvalidClientTokenId", Kind.DENIED), Map.entry("ExpiredTokenException", Kind.DENIED),
			Map.entry("ExpiredToken", Kind.DENIED), Map.entry("InvalidSignatureException", Kind.DENIED),
			Map.entry("SignatureDoesNotMatch", Kind.DENIED), Map.entry("MissingAuthenticationToken", Kind.DENIED),
			Map.entry("MissingAuthenticationTokenException", Kind.DENIED),
			Map.entry("InvalidParameterException", Kind.INVALID), Map.entry("SerializationException", Kind.INVALID),
			Map.entry("ValidationException", Kind.INVALID));

	private static final int FORBIDDEN = 403;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private static final Pattern SECRETS = Pattern
		.compile("\\b(?:\\d{12}|A[KS]IA[A-Z0-9]{12,})\\b|(?<=(?i:x-amz-security-token):)\\s*\\S+");

	private Outcomes() {
	}

	static Outcome of(SdkException ex) {
		return (ex instanceof AwsServiceException answer) ? ofAnswer(answer) : ofSilence(ex);
	}

	private static Outcome ofAnswer(AwsServiceException ex) {
		String code = code(ex);
		if ("ResourceNotFoundException".equals(code)) {
			return new Outcome.DestinationMissing();
		}
		if ("ResourceAlreadyExistsException".equals(code)) {
			return new Outcome.Created();
		}
		Kind kind = KINDS.getOrDefault(code, kindOfStatus(ex.statusCode()));
		Trouble trouble = new Trouble(kind, code, readable(details(ex).map(AwsErrorDetails::errorMessage).orElse("")));
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
		boolean credentials = String.valueOf(ex.getMessage()).startsWith("Unable to load credentials");
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
		return details(ex).map(AwsErrorDetails::sdkHttpResponse)
			.flatMap((response) -> response.firstMatchingHeader("Retry-After"))
			.filter((value) -> value.matches("\\d{1,6}"))
			.map((value) -> Duration.ofSeconds(Long.parseLong(value)))
			.orElse(Duration.ZERO);
	}

	// Messages name the caller by its ARN, which holds the account's id, and a refused
	// signature repeats the signed headers with the session's token; logs and health may
	// be public.
	private static String readable(@Nullable String message) {
		return SECRETS.matcher(String.valueOf(message)).replaceAll("***");
	}

}
