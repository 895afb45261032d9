package io.github.cloudwatchlogging.aws;

import java.time.Duration;

import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Outcomes}.
 */
class OutcomesTests {

	@ParameterizedTest
	@CsvSource({ "ThrottlingException, 400, THROTTLED", "Throttling, 400, THROTTLED",
			"TooManyRequestsException, 429, THROTTLED", "RequestLimitExceeded, 503, THROTTLED",
			"ServiceUnavailableException, 503, UNAVAILABLE", "OperationAbortedException, 400, UNAVAILABLE",
			"InternalFailure, 500, UNAVAILABLE", "RequestTimeout, 400, UNAVAILABLE",
			"AccessDeniedException, 400, DENIED", "AccessDenied, 403, DENIED",
			"UnrecognizedClientException, 400, DENIED", "InvalidClientTokenId, 403, DENIED",
			"ExpiredTokenException, 400, DENIED", "ExpiredToken, 400, DENIED", "InvalidSignatureException, 400, DENIED",
			"SignatureDoesNotMatch, 403, DENIED", "MissingAuthenticationToken, 403, DENIED",
			"MissingAuthenticationTokenException, 400, DENIED" })
	void aKnownCodeThatCanPassIsTriedLater(String code, int status, Kind kind) {
		assertThat(Outcomes.of(answer(code, status, "Some text")))
			.isEqualTo(new Outcome.TryLater(new Trouble(kind, code, "Some text")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "InvalidParameterException" })
	void aBatchThatIsInvalidIsRefusedForGood(String code) {
		assertThat(Outcomes.of(answer(code, 400, "Some text")))
			.isEqualTo(new Outcome.Refused(new Trouble(Kind.INVALID, code, "Some text")));
	}

	@Test
	void aMissingGroupOrStreamIsNoTrouble() {
		assertThat(Outcomes.of(answer("ResourceNotFoundException", 400, "The specified log stream does not exist.")))
			.isEqualTo(new Outcome.DestinationMissing());
	}

	@Test
	void whatExistsAlreadyIsNoTrouble() {
		assertThat(Outcomes.of(answer("ResourceAlreadyExistsException", 400, "The specified log group already exists")))
			.isEqualTo(new Outcome.Existed());
	}

	@ParameterizedTest
	@CsvSource({ "500, UNAVAILABLE", "502, UNAVAILABLE", "599, UNAVAILABLE", "429, THROTTLED", "403, DENIED",
			"400, INVALID", "404, INVALID", "413, INVALID" })
	void anUnknownCodeIsJudgedByItsStatusAndNeverCostsABatch(int status, Kind kind) {
		assertThat(Outcomes.of(answer("NobodyForesawThis", status, "Some text")))
			.isEqualTo(new Outcome.TryLater(new Trouble(kind, "NobodyForesawThis", "Some text")));
	}

	@ParameterizedTest
	@CsvSource({ "503, UNAVAILABLE", "400, INVALID" })
	void anAnswerWithoutACodeIsJudgedByItsStatus(int status, Kind kind) {
		Trouble trouble = trouble(Outcomes.of(answer(null, status, null)));
		assertThat(trouble.kind()).isEqualTo(kind);
		assertThat(trouble.code()).isEqualTo("HTTP " + status);
		Trouble without = trouble(Outcomes.of(AwsServiceException.builder().statusCode(status).build()));
		assertThat(without).isEqualTo(trouble);
	}

	@ParameterizedTest
	@CsvSource({ "7, 7", "0, 0", "999999, 999999", "1000000, 0", "-1, 0", "soon, 0",
			"'Wed, 21 Oct 2026 07:28:00 GMT', 0" })
	void theServiceMaySayHowLongToWait(String header, long seconds) {
		Outcome outcome = Outcomes.of(AwsServiceException.builder()
			.statusCode(503)
			.awsErrorDetails(AwsErrorDetails.builder()
				.errorCode("ServiceUnavailableException")
				.sdkHttpResponse(SdkHttpResponse.builder().statusCode(503).putHeader("retry-after", header).build())
				.build())
			.build());
		assertThat(((Outcome.TryLater) outcome).atLeast()).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void noAnswerMeansThatTheServiceIsUnreachable() {
		assertThat(Outcomes.of(SdkClientException.create("Unable to execute HTTP request: Connect refused")))
			.isEqualTo(new Outcome.TryLater(new Trouble(Kind.UNREACHABLE, "SdkClientException",
					"Unable to execute HTTP request: Connect refused")));
		assertThat(trouble(Outcomes.of(ApiCallTimeoutException.create(10))).kind()).isEqualTo(Kind.UNREACHABLE);
		assertThat(trouble(Outcomes.of(SdkClientException.builder().build())).kind()).isEqualTo(Kind.UNREACHABLE);
	}

	@Test
	void missingCredentialsAreATroubleOfTheirOwn() {
		assertThat(trouble(Outcomes.of(SdkClientException
			.create("Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain")))
			.kind()).isEqualTo(Kind.DENIED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					User: arn:aws:iam::123456789012:user/jim is not authorized    | User: arn:aws:iam::***:user/jim is not authorized
					account 123456789012                                         | account ***
					key AKIAIOSFODNN7EXAMPLE or ASIAIOSFODNN7EXAMPLE is unknown  | key *** or *** is unknown
					1234567890123 bytes                                          | 1234567890123 bytes
					12345678901 bytes                                            | 12345678901 bytes
					""")
	void accountsAndKeysAreMasked(String message, String expected) {
		assertThat(trouble(Outcomes.of(answer("AccessDeniedException", 400, message))).message()).isEqualTo(expected);
		assertThat(trouble(Outcomes.of(SdkClientException.create(message))).message()).isEqualTo(expected);
		assertThat(Outcomes.trouble(Kind.NOT_CONFIGURED, new IllegalStateException(message)).message())
			.isEqualTo(expected);
	}

	@Test
	void theSessionTokenOfARefusedSignatureIsMasked() {
		Trouble trouble = trouble(Outcomes.of(answer("InvalidSignatureException", 400, """
				The request signature we calculated does not match the signature you provided.

				The Canonical String for this request should have been
				'POST
				/

				host:logs.eu-central-1.amazonaws.com
				X-Amz-Security-Token:IQoJb3JpZ2luX2VjEHo+aws/secret==
				x-amz-target:Logs_20140328.PutLogEvents
				'""")));
		assertThat(trouble.message()).startsWith("The request signature we calculated")
			.contains("x-amz-target:Logs_20140328")
			.doesNotContain("IQoJ", "secret");
	}

	private static AwsServiceException answer(@Nullable String code, int status, @Nullable String message) {
		return AwsServiceException.builder()
			.statusCode(status)
			.awsErrorDetails(AwsErrorDetails.builder()
				.errorCode(code)
				.errorMessage(message)
				.sdkHttpResponse(SdkHttpResponse.builder().statusCode(status).build())
				.build())
			.build();
	}

	private static Trouble trouble(Outcome outcome) {
		return ((Outcome.TryLater) outcome).trouble();
	}

}
