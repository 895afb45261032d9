/**
 * Names of log groups and log streams with variables in them. A leaf: touches nothing but
 * the JDK and {@code event}; what an event is, its callers say.
 */
@NullMarked
package io.github.cloudwatchlogging.template;

import org.jspecify.annotations.NullMarked;
