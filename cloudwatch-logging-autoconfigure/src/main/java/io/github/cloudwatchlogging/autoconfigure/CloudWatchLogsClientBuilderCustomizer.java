package io.github.cloudwatchlogging.autoconfigure;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClientBuilder;

/**
 * Has the last word on the builder of the auto-configured client. Beans of this type are
 * applied in their order.
 */
@FunctionalInterface
public interface CloudWatchLogsClientBuilderCustomizer {

	/**
	 * Customizes the builder. What it has is replaced, not amended: an
	 * {@code overrideConfiguration} is best a copy of that of the builder, which holds
	 * the time-out and keeps the SDK from retrying; an {@code httpClientBuilder} takes
	 * the place of ours, an {@code httpClient} after {@code httpClientBuilder(null)}.
	 * @param builder the builder, with all properties applied
	 */
	void customize(CloudWatchLogsClientBuilder builder);

}
