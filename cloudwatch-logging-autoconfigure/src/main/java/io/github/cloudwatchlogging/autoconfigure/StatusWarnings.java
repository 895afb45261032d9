package io.github.cloudwatchlogging.autoconfigure;

import java.io.PrintStream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.OnPrintStreamStatusListenerBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;

/**
 * Prints Logback's warnings and errors on the console where Spring Boot does not. The
 * appender does the same where nobody listens; but {@link AttachedAppenders} counts as a
 * listener.
 */
final class StatusWarnings extends OnPrintStreamStatusListenerBase {

	private StatusWarnings() {
	}

	static void showOnConsoleUnlessHeard(LoggerContext loggerContext) {
		if (!StatusUtil.contextHasStatusListener(loggerContext)) {
			StatusWarnings listener = new StatusWarnings();
			listener.setContext(loggerContext);
			if (loggerContext.getStatusManager().add(listener)) {
				listener.start();
			}
		}
	}

	@Override
	protected PrintStream getPrintStream() {
		return System.err;
	}

	@Override
	public void addStatusEvent(Status status) {
		if (status.getLevel() >= Status.WARN) {
			super.addStatusEvent(status);
		}
	}

}
