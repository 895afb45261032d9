package io.github.cloudwatchlogging.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Matches where an appender is attached, and in a build that processes an application
 * ahead of time: there none is, but there will be one when the application runs.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnCloudWatchAppender.class)
public @interface ConditionalOnCloudWatchAppender {

}
