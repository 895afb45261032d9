package io.github.cloudwatchlogging.test.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.test.context.TestPropertySource;

/**
 * Beside {@code @SpringBootTest}: the application's log events go to an embedded
 * CloudWatch Logs server, from its first line on. The server belongs to the context and
 * is shared as that is. Test methods have it as a parameter, and everything else as a
 * bean, of type {@link io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs}. After
 * each test it is as new.
 * <p>
 * Switches the starter on, and takes precedence over any other endpoint, Region and
 * credentials. Events wait 100 ms for others, unless
 * {@code cloudwatch.logs.batch.max-delay} is set.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@TestPropertySource(properties = EmbeddedServerPropertySource.SWITCH + "=true")
@ExtendWith(EmbeddedServerParameterResolver.class)
public @interface AutoConfigureCloudWatchLogs {

}
