package io.github.cloudwatchlogging.aws;

import java.util.Optional;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Puts the body that comes with a request in place of that which the SDK made of the
 * request's model, before it is signed.
 */
final class BodyInterceptor implements ExecutionInterceptor {

	/**
	 * The body that comes with a request.
	 */
	static final ExecutionAttribute<PutLogEventsBody> BODY = new ExecutionAttribute<>("PutLogEventsBody");

	/**
	 * Returns whether a client takes bodies. One that the user made, or whose
	 * configuration a customizer replaced, does not.
	 */
	static boolean isIn(CloudWatchLogsClient client) {
		try {
			return client.serviceClientConfiguration()
				.overrideConfiguration()
				.executionInterceptors()
				.stream()
				.anyMatch(BodyInterceptor.class::isInstance);
		}
		catch (RuntimeException clientOfTheUsersOwn) {
			return false;
		}
	}

	@Override
	public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		PutLogEventsBody body = attributes.getAttribute(BODY);
		return (body != null) ? Optional.of(body.toRequestBody()) : context.requestBody();
	}

	@Override
	public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		PutLogEventsBody body = attributes.getAttribute(BODY);
		return (body == null) ? context.httpRequest()
				: context.httpRequest()
					.toBuilder()
					.putHeader("Content-Length", Integer.toString(body.length()))
					.build();
	}

}
