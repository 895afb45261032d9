package io.github.cloudwatchlogging.test.junit;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

@WithCloudWatchLogs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithCloudWatchLogsTests {

	private @Nullable EmbeddedCloudWatchLogs ofTheClass;

	@BeforeAll
	void keep(EmbeddedCloudWatchLogs server) {
		this.ofTheClass = server;
	}

	@Test
	@Order(1)
	void aTestReceivesTheServerOfItsClass(EmbeddedCloudWatchLogs server) {
		assertThat(server).isSameAs(this.ofTheClass);
		assertThat(server.isRunning()).isTrue();
		server.createLogGroup("left over");
		server.stop();
	}

	@Test
	@Order(2)
	void theNextTestFindsItClearedAndRunning(EmbeddedCloudWatchLogs server) {
		assertThat(server).isSameAs(this.ofTheClass);
		assertThat(server.groups()).isEmpty();
		assertThat(server.isRunning()).isTrue();
	}

	@Nested
	class InANestedClass {

		@Test
		void thereIsTheSameServer(EmbeddedCloudWatchLogs server) {
			assertThat(server).isSameAs(WithCloudWatchLogsTests.this.ofTheClass);
			assertThat(server.isRunning()).isTrue();
		}

	}

}
