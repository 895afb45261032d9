package io.github.cloudwatchlogging.sample.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Logs loads, on the caller's thread and on as many others as the load asks for.
 */
@Component
class LoadGenerator {

	LoadReport generate(Load load) throws InterruptedException, ExecutionException {
		ExecutorService helpers = Executors.newCachedThreadPool(new CustomizableThreadFactory("load-"));
		try {
			LoadRun run = new LoadRun(load);
			Callable<@Nullable Void> help = withCallersContext(run);
			List<Future<@Nullable Void>> others = IntStream.range(1, load.threads())
				.mapToObj((thread) -> helpers.submit(help))
				.toList();
			run.takePart();
			for (Future<@Nullable Void> other : others) {
				other.get();
			}
			return run.report();
		}
		finally {
			helpers.shutdownNow();
		}
	}

	private static Callable<@Nullable Void> withCallersContext(LoadRun run) {
		Map<String, String> context = MDC.getCopyOfContextMap();
		return () -> {
			if (context != null) {
				MDC.setContextMap(context);
			}
			run.takePart();
			return null;
		};
	}

}
