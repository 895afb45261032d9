package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/**
 * Takes the closing of the client that the appender uses from the context: the appender
 * still sends with it what other beans log while they are destroyed, and closes it when
 * it has ended. A client that the context would not close, or that belongs to its parent,
 * stays with whoever closes it now.
 */
final class ClientOwnership implements BeanFactoryPostProcessor {

	private boolean taken;

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.containsSingleton(ContextAttachment.BEAN_NAME)) {
			BeanDefinition definition = definitionOfUnique(beanFactory);
			if (definition != null && isClosedByContext(definition)) {
				take(definition);
			}
		}
	}

	/**
	 * Returns whether the client is closed by the appender.
	 */
	boolean isTaken() {
		return this.taken;
	}

	// The bean that ObjectProvider.getIfUnique() returns.
	private static @Nullable BeanDefinition definitionOfUnique(ConfigurableListableBeanFactory beanFactory) {
		List<String> names = Stream.of(beanFactory.getBeanNamesForType(CloudWatchLogsClient.class, false, false))
			.filter((name) -> is(beanFactory, name, ClientOwnership::isCandidate, true))
			.toList();
		if (names.size() > 1) {
			names = names.stream().filter((name) -> is(beanFactory, name, BeanDefinition::isPrimary, false)).toList();
		}
		return (names.size() == 1 && beanFactory.containsBeanDefinition(names.get(0))
				&& !beanFactory.isFactoryBean(names.get(0))) ? beanFactory.getBeanDefinition(names.get(0)) : null;
	}

	private static boolean is(ConfigurableListableBeanFactory beanFactory, String name,
			Predicate<BeanDefinition> predicate, boolean withoutDefinition) {
		return beanFactory.containsBeanDefinition(name) ? predicate.test(beanFactory.getMergedBeanDefinition(name))
				: withoutDefinition;
	}

	private static boolean isCandidate(BeanDefinition definition) {
		return definition.isAutowireCandidate()
				&& !(definition instanceof AbstractBeanDefinition candidate && !candidate.isDefaultCandidate());
	}

	// Without a name Spring closes whatever can be closed.
	private static boolean isClosedByContext(BeanDefinition definition) {
		String destroyMethod = definition.getDestroyMethodName();
		return destroyMethod == null || destroyMethod.equals(AbstractBeanDefinition.INFER_METHOD)
				|| destroyMethod.equals("close");
	}

	private void take(BeanDefinition definition) {
		definition.setDestroyMethodName("");
		// Spring looks for annotated methods in each bean's type at the start. The client
		// has none, but names 250 classes that would be loaded for it.
		definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, SdkClient.class);
		this.taken = true;
	}

}
