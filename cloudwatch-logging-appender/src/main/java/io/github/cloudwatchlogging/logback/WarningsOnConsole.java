package io.github.cloudwatchlogging.logback;

import java.io.PrintStream;

import ch.qos.logback.core.status.OnPrintStreamStatusListenerBase;
import ch.qos.logback.core.status.Status;

/**
 * Prints Logback's warnings and errors on the console, so that losses are seen where
 * nobody registered a status listener.
 */
final class WarningsOnConsole extends OnPrintStreamStatusListenerBase {

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
