/**
 * Tests of the files for a CloudWatch agent, with a reader that behaves as it does.
 */
@NullMarked
package io.github.cloudwatchlogging.agent.files;

import org.jspecify.annotations.NullMarked;
