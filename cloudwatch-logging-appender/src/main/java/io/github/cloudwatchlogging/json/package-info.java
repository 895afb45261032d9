/**
 * Writes JSON as UTF-8 bytes. A leaf: touches nothing but the JDK.
 */
@NullMarked
package io.github.cloudwatchlogging.json;

import org.jspecify.annotations.NullMarked;
