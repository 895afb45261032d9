package io.github.cloudwatchlogging.test.spring;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Starts the server where a test asks for it, before the starter ships its first event.
 */
class EmbeddedServerEnvironmentPostProcessor implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getProperty(EmbeddedServerPropertySource.SWITCH, Boolean.class, false)) {
			EmbeddedServerPropertySource.serverOf(environment);
		}
	}

}
