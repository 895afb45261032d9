/**
 * The fault plan: what goes wrong, with which requests, and how often. Acts on a request
 * before it is carried out and on its answer; touches the contract, the events of a
 * request and the connection, never the stored events.
 */
@NullMarked
package io.github.cloudwatchlogging.test.fault;

import org.jspecify.annotations.NullMarked;
