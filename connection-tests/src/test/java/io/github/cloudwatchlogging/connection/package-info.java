/**
 * The starter together with what tells it where CloudWatch Logs is: connection details,
 * Testcontainers, Docker Compose, spring-cloud-aws, the annotation of the test kit; and
 * one suite that any service that stands in for CloudWatch Logs has to pass.
 */
@NullMarked
package io.github.cloudwatchlogging.connection;

import org.jspecify.annotations.NullMarked;
