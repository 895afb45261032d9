/**
 * Groups, streams and the events in them, kept as the bytes that arrived. Knows the
 * contract's refusals; knows neither JSON nor HTTP.
 */
@NullMarked
package io.github.cloudwatchlogging.test.store;

import org.jspecify.annotations.NullMarked;
