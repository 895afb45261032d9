package io.github.cloudwatchlogging.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A web application with one controller. Says when it can be used, logs for as long as it
 * is told, and ends.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class SmallApplication {

	static final String READY = "READY";

	static final String CPU = "CPU of the main thread in ms: ";

	static final String MEMORY = "Resident memory in KB: ";

	static final int EVENTS_PER_SECOND = 5_000;

	// With what the console's and the starter's format add about 200 bytes.
	private static final String MESSAGE = "Order {} of customer {} was priced, reserved and handed over to the"
			+ " warehouse in Leipzig, to be packed today";

	@GetMapping("/")
	String greet() {
		return "Hello";
	}

	public static void main(String[] arguments) throws IOException {
		try (ConfigurableApplicationContext context = SpringApplication.run(SmallApplication.class, arguments)) {
			System.out.println(READY + " with " + context.getBeanDefinitionCount() + " beans");
			System.out.println(CPU + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000);
			int seconds = context.getEnvironment().getProperty("load.seconds", Integer.class, 0);
			if (seconds > 0) {
				log(seconds);
				System.out.println(MEMORY + ResidentMemory.kilobytes());
			}
		}
	}

	private static void log(int seconds) {
		Logger logger = LoggerFactory.getLogger("com.example.shop.orders.OrderService");
		long start = System.nanoTime();
		for (int event = 0; event < seconds * EVENTS_PER_SECOND; event++) {
			long due = start + TimeUnit.SECONDS.toNanos(event) / EVENTS_PER_SECOND;
			while (due - System.nanoTime() > 0) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			logger.info(MESSAGE, event, 4711);
		}
	}

}
