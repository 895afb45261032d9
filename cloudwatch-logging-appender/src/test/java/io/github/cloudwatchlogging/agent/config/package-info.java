/**
 * Tests of the agent's configuration, against rules of its published schema.
 */
@NullMarked
package io.github.cloudwatchlogging.agent.config;

import org.jspecify.annotations.NullMarked;
