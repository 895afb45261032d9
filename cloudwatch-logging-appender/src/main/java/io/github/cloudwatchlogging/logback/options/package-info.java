/**
 * The nested elements of the appender in {@code logback.xml}, named as the properties of
 * Spring Boot users are. Mutable beans that Joran fills; touches {@code settings},
 * {@code aws} and Logback.
 */
@NullMarked
package io.github.cloudwatchlogging.logback.options;

import org.jspecify.annotations.NullMarked;
