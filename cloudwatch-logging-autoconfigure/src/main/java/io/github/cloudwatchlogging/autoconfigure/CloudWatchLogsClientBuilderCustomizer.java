package io.github.cloudwatchlogging.autoconfigure;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClientBuilder;

/**
 * Has the last word on the builder of the auto-configured client. Beans of this type are
 * applied in their order.
 */
@FunctionalInterface
public interface CloudWatchLogsClientBuilderCustomizer {

	/**
	 * Customizes the builder.
	 * @param builder the builder, with all properties applied
	 */
	void customize(CloudWatchLogsClientBuilder builder);

}
