package io.github.cloudwatchlogging.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The build of an application whose beans are decided ahead of time. That such an
 * application starts and delivers is shown with the sample.
 */
class AheadOfTimeTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void thePropertiesCanBeBoundInANativeImageWhateverItsBeansAre() throws NoSuchMethodException {
		RuntimeHints hints = hints();
		List<Class<?>> records = Stream
			.concat(Stream.of(CloudWatchLogsProperties.class),
					Arrays.stream(CloudWatchLogsProperties.class.getDeclaredClasses()))
			.filter(Class::isRecord)
			.toList();
		assertThat(records).hasSizeGreaterThan(15);
		for (Class<?> type : records) {
			Class<?>[] components = Arrays.stream(type.getRecordComponents())
				.map(RecordComponent::getType)
				.toArray(Class<?>[]::new);
			assertThat(RuntimeHintsPredicates.reflection()
				.onConstructorInvocation(type.getDeclaredConstructor(components))).as(type.getName()).accepts(hints);
		}
	}

	@Test
	void whatIsLookedForByNameIsFoundInANativeImage() {
		assertThat(RuntimeHintsPredicates.reflection().onType(LoggerContext.class)).accepts(hints());
	}

	@Test
	void nothingIsSentWhileTheBeansAreDecidedAndTheOnesThatNeedAnAppenderStay() {
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try (GenericApplicationContext context = prepare()) {
			context.refreshForAotProcessing(new RuntimeHints());
			assertThat(context.getBeanNamesForType(CloudWatchAppender.class)).isEmpty();
			assertThat(context.getBeanDefinitionNames()).contains("cloudWatchLogsHealthIndicator",
					"cloudWatchLogsDelivery");
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
		assertThat(this.server.requests()).isEmpty();
	}

	/**
	 * Runs an application as far as a build does.
	 */
	private GenericApplicationContext prepare() {
		try {
			SpringApplication.withHook((application) -> new SpringApplicationRunListener() {

				@Override
				public void contextLoaded(ConfigurableApplicationContext context) {
					throw new SpringApplication.AbandonedRunException(context);
				}

			}, () -> {
				TestApplications.run(TestApplications.LoggingAtItsEnd.class, TestApplications.sendingTo(this.server));
			});
		}
		catch (SpringApplication.AbandonedRunException ex) {
			return (GenericApplicationContext) Objects.requireNonNull(ex.getApplicationContext());
		}
		throw new AssertionError("The application has started");
	}

	private RuntimeHints hints() {
		ClassLoader classLoader = getClass().getClassLoader();
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories", classLoader)
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(CloudWatchLogsRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(hints, classLoader));
		return hints;
	}

}
