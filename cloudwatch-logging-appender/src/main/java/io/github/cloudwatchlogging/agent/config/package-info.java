/**
 * The configuration of a CloudWatch agent that reads our files. Touches the leaves
 * {@code event} and {@code json} alone, and does not know who writes the files.
 */
@NullMarked
package io.github.cloudwatchlogging.agent.config;

import org.jspecify.annotations.NullMarked;
