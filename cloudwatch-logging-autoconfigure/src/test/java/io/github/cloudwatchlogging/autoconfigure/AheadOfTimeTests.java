package io.github.cloudwatchlogging.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
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
	void nothingIsSentWhileTheBeansAreDecided() {
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server))) {
			assertThat(context.getBeansOfType(CloudWatchAppender.class)).isEmpty();
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
		assertThat(this.server.requests()).isEmpty();
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
