package io.github.cloudwatchlogging.autoconfigure;

import java.net.URI;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.Credentials;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * What spring-cloud-aws was told about all of AWS. It is known by its names alone: no
 * class of it is used, and its version does not matter.
 */
final class SpringCloudAws {

	private static final String PREFIX = "spring.cloud.aws.";

	private static final String PACKAGE = "io.awspring.cloud.autoconfigure.";

	private static final boolean PRESENT = ClassUtils.isPresent(PACKAGE + "core.AwsProperties",
			SpringCloudAws.class.getClassLoader());

	private SpringCloudAws() {
	}

	/**
	 * Fills in what the settings leave out.
	 */
	static ClientSettings complete(ClientSettings settings, Environment environment) {
		if (!PRESENT) {
			return settings;
		}
		return new ClientSettings((settings.region() != null) ? settings.region() : region(environment),
				(settings.endpoint() != null) ? settings.endpoint() : endpoint(environment),
				(settings.credentials() != null) ? settings.credentials() : credentials(environment), settings.role(),
				settings.apiTimeout(), settings.compression());
	}

	private static @Nullable String region(Environment environment) {
		return property(environment, "region.static");
	}

	private static @Nullable URI endpoint(Environment environment) {
		String endpoint = property(environment, "endpoint");
		return (endpoint != null) ? URI.create(endpoint) : null;
	}

	private static @Nullable Credentials credentials(Environment environment) {
		String accessKey = property(environment, "credentials.access-key");
		String secretKey = property(environment, "credentials.secret-key");
		return (accessKey != null && secretKey != null) ? Credentials.of(accessKey, secretKey, null, null)
				: Credentials.of(null, null, null, property(environment, "credentials.profile.name"));
	}

	private static @Nullable String property(Environment environment, String name) {
		String value = environment.getProperty(PREFIX + name);
		return (value != null && !value.isBlank()) ? value.strip() : null;
	}

	/**
	 * Returns whether the context's provider of credentials is there because
	 * spring-cloud-aws is, and not because the user declared it.
	 */
	static boolean providesCredentials(ConfigurableListableBeanFactory beanFactory) {
		return Stream.of(beanFactory.getBeanNamesForType(AwsCredentialsProvider.class, true, false))
			.filter(beanFactory::containsBeanDefinition)
			.map((name) -> beanFactory.getBeanDefinition(name).getFactoryBeanName())
			.anyMatch((factory) -> factory != null && factory.startsWith(PACKAGE));
	}

}
