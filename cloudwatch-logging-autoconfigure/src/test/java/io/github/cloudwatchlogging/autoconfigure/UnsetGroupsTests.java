package io.github.cloudwatchlogging.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class UnsetGroupsTests {

	private static final Binder NOTHING_SET = new Binder(new MapConfigurationPropertySource(Map.of()));

	@ParameterizedTest
	@MethodSource
	void aGroupOfWhichNothingIsSetIsWhatItsAnnotationsSay(RecordComponent group) throws Exception {
		CloudWatchLogsProperties properties = NOTHING_SET.bindOrCreate("cloudwatch.logs",
				CloudWatchLogsProperties.class);
		assertThat(group.getAccessor().invoke(properties)).isEqualTo(NOTHING_SET.bindOrCreate("any", group.getType()));
	}

	static Stream<RecordComponent> aGroupOfWhichNothingIsSetIsWhatItsAnnotationsSay() {
		return Stream.of(CloudWatchLogsProperties.class.getRecordComponents())
			.filter((component) -> component.getType().isRecord());
	}

}
