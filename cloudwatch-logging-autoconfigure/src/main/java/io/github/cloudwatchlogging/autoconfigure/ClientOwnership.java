package io.github.cloudwatchlogging.autoconfigure;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Takes the closing of the user's own client from the context: the appender still sends
 * with it what other beans log while they are destroyed, and closes it when it has ended.
 * Applies where there is one client, which is then the one that the appender uses.
 */
final class ClientOwnership implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		String[] names = beanFactory.getBeanNamesForType(CloudWatchLogsClient.class, false, false);
		if (names.length == 1 && beanFactory.containsBeanDefinition(names[0])
				&& beanFactory.containsSingleton(ContextAttachment.BEAN_NAME)) {
			BeanDefinition definition = beanFactory.getBeanDefinition(names[0]);
			definition.setDestroyMethodName("");
			// Spring looks for annotated methods in each bean's type at the start. Those
			// of
			// the client have none, but name 250 classes that would be loaded for it.
			definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, SdkClient.class);
		}
	}

}
