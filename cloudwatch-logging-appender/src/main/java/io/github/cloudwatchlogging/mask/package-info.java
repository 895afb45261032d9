/**
 * Finds in texts what must not leave the application, and replaces it. A leaf: touches
 * the settings and nothing else.
 */
@NullMarked
package io.github.cloudwatchlogging.mask;

import org.jspecify.annotations.NullMarked;
