package io.github.cloudwatchlogging.autoconfigure.actuate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the metrics of the delivery.
 *
 * @param perStream Whether to measure each open stream too, with its group and its name
 * as tags.
 */
@ConfigurationProperties("cloudwatch.logs.metrics")
record CloudWatchLogsMetricsProperties(@DefaultValue("false") boolean perStream) {

}
