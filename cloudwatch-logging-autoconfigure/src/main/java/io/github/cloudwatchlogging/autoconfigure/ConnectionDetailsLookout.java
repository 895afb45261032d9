package io.github.cloudwatchlogging.autoconfigure;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells the appender that the context has connection details, before any bean is created:
 * a container that they belong to may take longer to start than the engine waits for a
 * context, and what is sent meanwhile would go where the properties say.
 */
final class ConnectionDetailsLookout implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.containsSingleton(ContextAttachment.BEAN_NAME) && hasConnectionDetails(beanFactory)) {
			beanFactory.getBean(ContextAttachment.BEAN_NAME, ContextAttachment.class).connectionDetailsFound();
		}
	}

	private static boolean hasConnectionDetails(ConfigurableListableBeanFactory beanFactory) {
		return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, CloudWatchLogsConnectionDetails.class,
				true, false).length > 0;
	}

}
