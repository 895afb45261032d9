/**
 * A small blocking HTTP/1.1 server on the loopback interface. It exists because the JDK's
 * own server offers no way to reset a connection or to cut an answer. Knows nothing of
 * CloudWatch Logs and touches no other package.
 */
@NullMarked
package io.github.cloudwatchlogging.test.http;

import org.jspecify.annotations.NullMarked;
