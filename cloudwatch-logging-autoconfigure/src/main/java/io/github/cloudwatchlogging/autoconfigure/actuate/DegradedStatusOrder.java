package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Gives the status DEGRADED its place among Spring Boot's, where nobody has ordered them.
 * A status without a place counts as worse than DOWN, and would hide one.
 */
final class DegradedStatusOrder implements EnvironmentPostProcessor, Ordered {

	private static final String PROPERTY = "management.endpoint.health.status.order";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (ClassUtils.isPresent("org.springframework.boot.health.contributor.Status", getClass().getClassLoader())
				&& !Binder.get(environment).bind(PROPERTY, Bindable.listOf(String.class)).isBound()) {
			DefaultPropertiesPropertySource.addOrMerge(Map.of(PROPERTY, "down,out-of-service,degraded,up,unknown"),
					environment.getPropertySources());
		}
	}

}
