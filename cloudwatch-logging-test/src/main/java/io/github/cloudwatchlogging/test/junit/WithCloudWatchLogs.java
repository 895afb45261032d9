package io.github.cloudwatchlogging.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs an embedded CloudWatch Logs server for a test class, cleared before each test, or
 * for a single test method. Parameters of type
 * {@link io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs} receive it.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(CloudWatchLogsExtension.class)
public @interface WithCloudWatchLogs {

}
