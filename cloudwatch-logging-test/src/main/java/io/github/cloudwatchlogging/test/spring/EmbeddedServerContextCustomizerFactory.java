package io.github.cloudwatchlogging.test.spring;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Makes the server a bean of contexts whose tests have the annotation.
 */
class EmbeddedServerContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureCloudWatchLogs.class)
				? new EmbeddedServerContextCustomizer() : null;
	}

	// A record, as tests with equal customizers share a context. What is registered as an
	// instance is not closed with it.
	private record EmbeddedServerContextCustomizer() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context,
				MergedContextConfiguration mergedConfiguration) {
			context.getBeanFactory()
				.registerSingleton("embeddedCloudWatchLogs",
						EmbeddedServerPropertySource.serverOf(context.getEnvironment()));
		}

	}

}
