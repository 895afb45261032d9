/**
 * Connection details of containers that Testcontainers runs, for
 * {@code @ServiceConnection}. Touches Spring Boot's module for Testcontainers, which is
 * optional, and nothing of ours but the connection details.
 */
@NullMarked
package io.github.cloudwatchlogging.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
