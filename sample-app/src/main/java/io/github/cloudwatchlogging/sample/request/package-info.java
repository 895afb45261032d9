/**
 * What every log event of a request says about the request.
 */
@NullMarked
package io.github.cloudwatchlogging.sample.request;

import org.jspecify.annotations.NullMarked;
