/**
 * The AWS JSON 1.1 protocol and the operations. The only package that knows JSON; carries
 * requests out on the store by the rules of the contract, under the quotas and the fault
 * plan.
 */
@NullMarked
package io.github.cloudwatchlogging.test.api;

import org.jspecify.annotations.NullMarked;
