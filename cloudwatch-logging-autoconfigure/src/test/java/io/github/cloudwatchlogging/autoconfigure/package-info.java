@NullMarked
package io.github.cloudwatchlogging.autoconfigure;

import org.jspecify.annotations.NullMarked;
