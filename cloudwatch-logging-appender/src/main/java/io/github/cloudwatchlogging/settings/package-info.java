/**
 * What a user may choose, as checked immutable values. A leaf: touches nothing but the
 * JDK and {@code event}, which has the service's limits.
 */
@NullMarked
package io.github.cloudwatchlogging.settings;

import org.jspecify.annotations.NullMarked;
