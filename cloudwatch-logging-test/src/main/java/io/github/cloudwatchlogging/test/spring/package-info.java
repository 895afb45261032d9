/**
 * The annotation for tests with Spring Boot. The only package that needs Spring on the
 * class path; touches nothing but the server itself.
 */
@NullMarked
package io.github.cloudwatchlogging.test.spring;

import org.jspecify.annotations.NullMarked;
