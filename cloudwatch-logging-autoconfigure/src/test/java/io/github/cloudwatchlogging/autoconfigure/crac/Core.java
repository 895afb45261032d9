package io.github.cloudwatchlogging.autoconfigure.crac;

import io.github.cloudwatchlogging.delivery.DeliveryThread;
import org.slf4j.LoggerFactory;

import static org.awaitility.Awaitility.await;

/**
 * The JVM.
 */
public final class Core {

	private static final Context<Resource> GLOBAL_CONTEXT = new Context<>();

	private Core() {
	}

	public static Context<Resource> getGlobalContext() {
		return GLOBAL_CONTEXT;
	}

	public static void checkpointRestore() throws Exception {
		GLOBAL_CONTEXT.beforeCheckpoint();
		LoggerFactory.getLogger(Core.class).info("logged while frozen");
		// A sender that has ended may take a moment to be gone.
		await().until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(DeliveryThread.class::isInstance));
		System.out.println("FROZEN without delivery threads");
		System.in.read();
		GLOBAL_CONTEXT.afterRestore();
	}

}
