/**
 * Tests of the server through the SDK's own client, and raw HTTP where the SDK would not
 * send what is tested.
 */
@NullMarked
package io.github.cloudwatchlogging.test;

import org.jspecify.annotations.NullMarked;
