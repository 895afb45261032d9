package io.github.cloudwatchlogging.benchmarks;

import java.lang.management.ManagementFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A web application with one controller. Says when it can be used, and ends.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class SmallApplication {

	static final String READY = "READY";

	static final String CPU = "CPU of the main thread in ms: ";

	@GetMapping("/")
	String greet() {
		return "Hello";
	}

	public static void main(String[] arguments) {
		try (ConfigurableApplicationContext context = SpringApplication.run(SmallApplication.class, arguments)) {
			System.out.println(READY + " with " + context.getBeanDefinitionCount() + " beans");
			System.out.println(CPU + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000);
		}
	}

}
