package io.github.cloudwatchlogging.logback;

import java.io.PrintStream;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.status.OnPrintStreamStatusListenerBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;

/**
 * Prints Logback's warnings and errors on the console, so that losses are seen where
 * nobody registered a status listener.
 */
public final class WarningsOnConsole extends OnPrintStreamStatusListenerBase {

	private WarningsOnConsole() {
	}

	/**
	 * Registers a listener, unless the context has one of any kind.
	 * @param context whose warnings and errors to show
	 */
	public static void showUnlessHeard(Context context) {
		if (!StatusUtil.contextHasStatusListener(context)) {
			WarningsOnConsole listener = new WarningsOnConsole();
			listener.setContext(context);
			// What was said before is not ours, and would be printed whatever its level.
			listener.setRetrospective(0);
			if (context.getStatusManager().add(listener)) {
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
