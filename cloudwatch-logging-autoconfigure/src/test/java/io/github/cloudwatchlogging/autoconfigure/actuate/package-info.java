@NullMarked
package io.github.cloudwatchlogging.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
