/**
 * Shows where the events are: health, the endpoint and the metrics. Each is there only
 * with its part of Spring Boot's Actuator. All of it reads the appender's snapshot and
 * asks nobody else. Touches Spring Boot's Actuator, Micrometer, and the appender's
 * {@code logback}, {@code delivery} and leaf rooms.
 */
@NullMarked
package io.github.cloudwatchlogging.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
