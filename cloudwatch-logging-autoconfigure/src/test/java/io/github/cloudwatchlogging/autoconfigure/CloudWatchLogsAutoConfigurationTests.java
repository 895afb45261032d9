package io.github.cloudwatchlogging.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

/**
 * The beans, in contexts that no {@code SpringApplication} has run and to which no
 * appender is attached.
 */
class CloudWatchLogsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CloudWatchLogsAutoConfiguration.class))
		.withPropertyValues("cloudwatch.logs.region=eu-central-1", "cloudwatch.logs.credentials.access-key=a",
				"cloudwatch.logs.credentials.secret-key=b");

	@Test
	void theClientIsBuiltFromTheProperties() {
		this.contextRunner.withPropertyValues("cloudwatch.logs.endpoint=http://127.0.0.1:4566").run((context) -> {
			assertThat(context).hasSingleBean(CloudWatchLogsClient.class).hasSingleBean(CloudWatchLogsProperties.class);
			CloudWatchLogsClient client = context.getBean(CloudWatchLogsClient.class);
			assertThat(client.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
			assertThat(client.serviceClientConfiguration().endpointOverride())
				.hasValue(URI.create("http://127.0.0.1:4566"));
		});
	}

	@Test
	void noAppenderIsThereWithoutAnApplication() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(CloudWatchAppender.class)
			.doesNotHaveBean(ContextAppender.class));
	}

	@Test
	void theContextClosesTheClientWhereNoAppenderUsesIt() {
		List<CloudWatchLogsClient> clients = new ArrayList<>();
		this.contextRunner.run((context) -> clients.add(context.getBean(CloudWatchLogsClient.class)));
		assertThatThrownBy(() -> clients.get(0).describeLogGroups()).isInstanceOfAny(IllegalStateException.class,
				RejectedExecutionException.class);
	}

	@Test
	void aClientOfTheUsersOwnReplacesIt() {
		this.contextRunner.withUserConfiguration(OwnClient.class)
			.run((context) -> assertThat(context).hasSingleBean(CloudWatchLogsClient.class).hasBean("ownClient"));
	}

	@Test
	void customizersAreAppliedInTheirOrderAndLast() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(
					context.getBean(CloudWatchLogsClient.class).serviceClientConfiguration().region())
				.isEqualTo(Region.EU_SOUTH_2));
	}

	@Test
	void nothingIsConfiguredWithoutTheSdk() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(CloudWatchLogsClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CloudWatchLogsProperties.class));
	}

	@Test
	void nothingIsConfiguredWhereItIsSwitchedOff() {
		this.contextRunner.withPropertyValues("cloudwatch.logs.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CloudWatchLogsClient.class)
				.doesNotHaveBean(CloudWatchLogsProperties.class)
				.doesNotHaveBean(ClientHandOver.class));
	}

	@Test
	void aContextStartsWithoutRegionAndCredentials() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CloudWatchLogsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient {

		@Bean
		CloudWatchLogsClient ownClient() {
			return mock(CloudWatchLogsClient.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		CloudWatchLogsClientBuilderCustomizer second() {
			return (builder) -> builder.region(Region.EU_SOUTH_2);
		}

		@Bean
		@Order(1)
		CloudWatchLogsClientBuilderCustomizer first() {
			return (builder) -> builder.region(Region.EU_NORTH_1);
		}

	}

}
