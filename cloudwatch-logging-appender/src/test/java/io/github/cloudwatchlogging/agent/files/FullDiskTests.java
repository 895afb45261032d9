package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.delivery.DeliveryEngine;
import io.github.cloudwatchlogging.delivery.DeliveryListener;
import io.github.cloudwatchlogging.delivery.DeliveryMeter;
import io.github.cloudwatchlogging.delivery.Fallback;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import io.github.cloudwatchlogging.settings.WhenFull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A full disk, from the log call to the file: the application goes on, the ledger counts,
 * and it resumes by itself.
 */
class FullDiskTests {

	private static final String PADDING = "x".repeat(1_000);

	@TempDir
	private Path directory;

	private final SmallDisk disk = new SmallDisk();

	private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

	@Test
	void theApplicationGoesOnAndTheLedgerCountsAndItResumesByItself() throws IOException {
		DeliveryEngine engine = start();
		this.disk.leave(1_234_567);
		log(engine, 0, 20_000);
		await().until(() -> engine.snapshot().balance().dropped(DropCause.BUFFER_FULL) > 0);
		await().until(() -> this.told.contains("deliveryFailing") && this.told.contains("bufferFull"));
		Balance full = engine.snapshot().balance();
		assertThat(full.isBalanced()).isTrue();
		assertThat(full.accepted()).isEqualTo(20_000);
		assertThat(full.delivered()).isBetween(1_000L, 1_234L);
		this.disk.leave(Long.MAX_VALUE);
		await().until(() -> engine.snapshot().balance().pending() == 0);
		log(engine, 20_000, 20_100);
		assertThat(engine.flush(Duration.ofSeconds(30)).isComplete()).isTrue();
		Balance balance = engine.snapshot().balance();
		engine.stop(Duration.ofSeconds(10));
		assertThat(this.told).contains("deliveryRecovered");
		assertThat(balance.isBalanced()).isTrue();
		assertThat(balance.delivered() + balance.dropped(DropCause.BUFFER_FULL)).isEqualTo(20_100);
		List<String> whole = lines().stream().filter((line) -> line.endsWith("}")).toList();
		assertThat(whole).hasSize((int) balance.delivered()).doesNotHaveDuplicates();
		assertThat(whole).filteredOn((line) -> line.matches("\\{\"n\":200\\d\\d,.*"))
			.as("logged afterwards")
			.hasSize(100);
	}

	private DeliveryEngine start() {
		AgentSettings settings = new AgentSettings(this.directory, "orders", Duration.ofHours(1), 1024L * 1024 * 1024,
				Duration.ofDays(1), null);
		AgentFiles files = AgentFiles.open(settings, "orders", List.of(WritingProcess.ORDERS), InstantSource.system(),
				this.disk);
		DeliverySettings delivery = new DeliverySettings(new BatchSettings(Duration.ofMillis(10), 64 * 1024, 10_000),
				new BufferSettings(2L * 1024 * 1024, WhenFull.DROP_NEWEST, Duration.ofSeconds(1), 1), 4,
				new RetrySettings(Duration.ofMillis(1), Duration.ofMillis(20)), CreateSettings.DEFAULT);
		return DeliveryEngine.start(delivery, files, listener(), Fallback.NONE, DeliveryMeter.NONE);
	}

	private DeliveryListener listener() {
		return (DeliveryListener) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { DeliveryListener.class }, (proxy, method, arguments) -> {
					this.told.add(method.getName());
					return null;
				});
	}

	private static void log(DeliveryEngine engine, int from, int to) {
		for (int number = from; number < to; number++) {
			String line = "{\"n\":" + number + ",\"p\":\"" + PADDING + "\"}";
			engine.accept(WritingProcess.ORDERS, Severity.HIGH, System.currentTimeMillis(),
					MessageBytes.of(line.getBytes(StandardCharsets.UTF_8)));
		}
	}

	private List<String> lines() throws IOException {
		try (Stream<Path> files = Files.list(FileNames.directory(this.directory, WritingProcess.ORDERS))) {
			return files.sorted().flatMap(FullDiskTests::lines).collect(Collectors.toList());
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
