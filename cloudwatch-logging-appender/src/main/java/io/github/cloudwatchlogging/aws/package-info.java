/**
 * The service as the AWS SDK speaks to it: the only room that knows the SDK. Touches
 * {@code delivery} and the rooms below.
 */
@NullMarked
package io.github.cloudwatchlogging.aws;

import org.jspecify.annotations.NullMarked;
