/**
 * The JUnit Jupiter extension. The only package that needs JUnit on the class path;
 * touches nothing but the server itself.
 */
@NullMarked
package io.github.cloudwatchlogging.test.junit;

import org.jspecify.annotations.NullMarked;
