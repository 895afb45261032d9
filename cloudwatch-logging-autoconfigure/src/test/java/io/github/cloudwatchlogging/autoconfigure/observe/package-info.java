@NullMarked
package io.github.cloudwatchlogging.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
