/**
 * Binds {@code cloudwatch.logs.*}, attaches the appender before the first log line, hands
 * it the context's client, and drains it when the context closes. Touches Spring Boot,
 * Logback and the appender's {@code logback}, {@code aws} and leaf rooms.
 */
@NullMarked
package io.github.cloudwatchlogging.autoconfigure;

import org.jspecify.annotations.NullMarked;
