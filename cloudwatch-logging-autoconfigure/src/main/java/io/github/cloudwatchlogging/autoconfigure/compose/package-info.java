/**
 * Connection details of services that Docker Compose runs. Touches Spring Boot's module
 * for Docker Compose, which is optional, and nothing of ours but the connection details.
 */
@NullMarked
package io.github.cloudwatchlogging.autoconfigure.compose;

import org.jspecify.annotations.NullMarked;
