package io.github.cloudwatchlogging.test.spring;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Makes the server as new after each test. Not before, because what the application
 * logged at its start is for the first test to see.
 */
class EmbeddedServerResetListener extends AbstractTestExecutionListener {

	// After a test the last comes first: before the context may be closed as dirty.
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext() && TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(),
				AutoConfigureCloudWatchLogs.class)) {
			reset(testContext.getApplicationContext().getBean(EmbeddedCloudWatchLogs.class));
		}
	}

	private static void reset(EmbeddedCloudWatchLogs server) {
		server.clear();
		if (!server.isRunning()) {
			server.restart();
		}
	}

}
