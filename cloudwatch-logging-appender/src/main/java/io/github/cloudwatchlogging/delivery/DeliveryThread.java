package io.github.cloudwatchlogging.delivery;

/**
 * A thread of the engine. What is logged on it never reaches the engine, or delivering
 * events would make events to deliver. A daemon: it never keeps the application alive.
 */
public final class DeliveryThread extends Thread {

	/**
	 * Creates a thread that is not started.
	 * @param work what it does
	 * @param name its name
	 */
	public DeliveryThread(Runnable work, String name) {
		super(null, work, name, 0, false);
		setDaemon(true);
		// The SDK's threads inherit it, and may outlive a web application's loader.
		setContextClassLoader(DeliveryThread.class.getClassLoader());
	}

	/**
	 * Returns whether the calling thread belongs to an engine.
	 * @return whether it is a thread of this type
	 */
	public static boolean isCurrent() {
		return Thread.currentThread() instanceof DeliveryThread;
	}

}
