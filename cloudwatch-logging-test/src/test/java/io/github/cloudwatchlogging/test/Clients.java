package io.github.cloudwatchlogging.test;

import java.time.Duration;
import java.util.List;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/**
 * SDK clients that try once, and requests to stream "s" of group "g" in few words.
 */
final class Clients {

	private Clients() {
	}

	static CloudWatchLogsClient of(EmbeddedCloudWatchLogs server) {
		return of(server, Duration.ofSeconds(10));
	}

	static CloudWatchLogsClient of(EmbeddedCloudWatchLogs server, Duration readTimeout) {
		return CloudWatchLogsClient.builder()
			.endpointOverride(server.endpoint())
			.region(Region.of(server.region()))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
			.httpClient(Apache5HttpClient.builder().socketTimeout(readTimeout).build())
			.overrideConfiguration((config) -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
			.build();
	}

	static PutLogEventsResponse put(CloudWatchLogsClient client, InputLogEvent... events) {
		return put(client, List.of(events));
	}

	static PutLogEventsResponse put(CloudWatchLogsClient client, List<InputLogEvent> events) {
		return client.putLogEvents((request) -> request.logGroupName("g").logStreamName("s").logEvents(events));
	}

	static InputLogEvent event(long timestamp, String message) {
		return InputLogEvent.builder().timestamp(timestamp).message(message).build();
	}

	/**
	 * Makes a call that is refused, and returns its status, error type and text.
	 */
	static String refusalOf(Runnable call) {
		try {
			call.run();
		}
		catch (AwsServiceException ex) {
			return ex.statusCode() + " " + ex.awsErrorDetails().errorCode() + ": "
					+ ex.awsErrorDetails().errorMessage();
		}
		throw new AssertionError("The call was not refused");
	}

}
