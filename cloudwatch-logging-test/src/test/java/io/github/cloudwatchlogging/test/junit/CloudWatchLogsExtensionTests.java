package io.github.cloudwatchlogging.test.junit;

import java.util.HashSet;
import java.util.Set;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CloudWatchLogsExtensionTests {

	@Test
	void hasNoServerOutsideOfATest() {
		assertThatIllegalStateException().isThrownBy(new CloudWatchLogsExtension()::server);
	}

	@Test
	@WithCloudWatchLogs
	void runsAServerForASingleTest(EmbeddedCloudWatchLogs server) {
		assertThat(server.isRunning()).isTrue();
	}

	@Nested
	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	class InAStaticField {

		@RegisterExtension
		static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

		private final Set<EmbeddedCloudWatchLogs> seen = new HashSet<>();

		@RepeatedTest(2)
		void runsOneServer() {
			assertThat(logs.server().isRunning()).isTrue();
			this.seen.add(logs.server());
		}

		@AfterAll
		void forAllTests() {
			assertThat(this.seen).hasSize(1);
		}

	}

	@Nested
	class InAnInstanceField {

		private static final Set<EmbeddedCloudWatchLogs> SEEN = new HashSet<>();

		@RegisterExtension
		final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

		@RepeatedTest(2)
		void runsAServer() {
			assertThat(this.logs.server().isRunning()).isTrue();
			SEEN.add(this.logs.server());
		}

		@AfterAll
		static void forEachTestAndClosesIt() {
			assertThat(SEEN).hasSize(2).noneMatch(EmbeddedCloudWatchLogs::isRunning);
		}

	}

}
