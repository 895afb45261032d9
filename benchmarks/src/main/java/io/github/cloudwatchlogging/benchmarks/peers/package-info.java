/**
 * Whole processes that do nothing but log: with this project, with Logback's own
 * appenders, and with the peers that are to be had from Maven Central. The classes that
 * run in such a process need Logback alone.
 */
@NullMarked
package io.github.cloudwatchlogging.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
