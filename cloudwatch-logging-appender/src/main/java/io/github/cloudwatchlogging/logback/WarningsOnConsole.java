package io.github.cloudwatchlogging.logback;

import java.io.PrintStream;
import java.util.List;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.status.OnPrintStreamStatusListenerBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;

/**
 * Prints Logback's warnings and errors on the console, so that losses are seen where
 * nobody registered a status listener.
 */
public final class WarningsOnConsole extends OnPrintStreamStatusListenerBase {

	// How long ago Logback's own listeners begin.
	private static final long CONFIGURATION_MILLIS = 300;

	private WarningsOnConsole() {
	}

	/**
	 * Registers a listener for what is said from now on, unless the context has one of
	 * any kind.
	 * @param context whose warnings and errors to show
	 */
	public static void showFromNowUnlessHeard(Context context) {
		showUnlessHeard(context, Long.MAX_VALUE);
	}

	/**
	 * Registers a listener, unless the context has one of any kind, and shows what the
	 * configuration said so far: Logback leaves that to whoever listens.
	 * @param context whose warnings and errors to show
	 */
	public static void showUnlessHeard(Context context) {
		showUnlessHeard(context, System.currentTimeMillis() - CONFIGURATION_MILLIS);
	}

	private static void showUnlessHeard(Context context, long fromMillis) {
		if (!StatusUtil.contextHasStatusListener(context)) {
			WarningsOnConsole listener = new WarningsOnConsole();
			listener.setContext(context);
			// It would print what was said before whatever its level.
			listener.setRetrospective(0);
			List<Status> before = context.getStatusManager().getCopyOfStatusList();
			if (context.getStatusManager().add(listener)) {
				listener.start();
				before.stream()
					.filter((status) -> status.getTimestamp() >= fromMillis)
					.forEach(listener::addStatusEvent);
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
