/**
 * From an event to the bytes of its message. Touches Logback, {@code logback.options} and
 * the leaves {@code json}, {@code mask} and {@code settings}.
 */
@NullMarked
package io.github.cloudwatchlogging.logback.format;

import org.jspecify.annotations.NullMarked;
