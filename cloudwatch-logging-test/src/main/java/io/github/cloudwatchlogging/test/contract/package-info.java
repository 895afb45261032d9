/**
 * The rules of the CloudWatch Logs service, from its API model, its documentation and
 * recorded answers: limits, names, windows of time, error texts. Values in, verdicts out;
 * touches no other package.
 */
@NullMarked
package io.github.cloudwatchlogging.test.contract;

import org.jspecify.annotations.NullMarked;
