package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties for selection, routes and names, seen at the server.
 */
class RoutingPropertiesTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void eachEventGoesWhereThePropertiesSay() {
		ConfigurableApplicationContext context = run("--spring.application.version=1.2",
				"--spring.profiles.active=prod,eu", "--cloudwatch.logs.group={application}-{version}",
				"--cloudwatch.logs.stream={profile}/{mdc:tenant}", "--cloudwatch.logs.level=warn",
				"--cloudwatch.logs.loggers.include=audit,com.example", "--cloudwatch.logs.loggers.exclude=*.Noise",
				"--cloudwatch.logs.routes[0].loggers=audit.*", "--cloudwatch.logs.routes[0].level=info",
				"--cloudwatch.logs.routes[0].group=/audit/{application}", "--cloudwatch.logs.routes[0].continue=true",
				"--cloudwatch.logs.routes[1].level=error", "--cloudwatch.logs.routes[1].stream=errors");
		MDC.put("tenant", "blue");
		try {
			for (String logger : List.of("audit.login", "com.example.Order", "com.example.Noise", "org.other")) {
				LoggerFactory.getLogger(logger).info("{} info", logger);
				LoggerFactory.getLogger(logger).warn("{} warn", logger);
				LoggerFactory.getLogger(logger).error("{} error", logger);
			}
		}
		finally {
			MDC.remove("tenant");
			context.close();
		}
		assertThat(messages("/audit/orders", "prod-eu/blue")).containsExactly("audit.login info", "audit.login warn",
				"audit.login error");
		assertThat(messages("orders-1.2", "errors")).containsExactly("audit.login error", "com.example.Order error");
		assertThat(messages("orders-1.2", "prod-eu/blue")).containsExactly("audit.login warn",
				"com.example.Order warn");
		assertThat(this.server.eventCount()).isEqualTo(7);
	}

	@Test
	void aRouteMayHaveAFormatOfItsOwn() {
		ConfigurableApplicationContext context = run("--cloudwatch.logs.routes[0].loggers=audit",
				"--cloudwatch.logs.routes[0].group=audit", "--cloudwatch.logs.routes[0].format=ecs",
				"--cloudwatch.logs.routes[1].loggers=shop", "--cloudwatch.logs.routes[1].group=shop",
				"--cloudwatch.logs.routes[1].format=text", "--cloudwatch.logs.routes[1].pattern=%level: %msg");
		LoggerFactory.getLogger("audit").info("jim came");
		LoggerFactory.getLogger("shop").info("sold");
		context.close();
		assertThat(this.server.events("audit", "stream")).singleElement()
			.satisfies((event) -> assertThat(event.message()).contains("\"ecs\":{\"version\""));
		assertThat(messages("shop", "stream")).containsExactly("INFO: sold");
	}

	@Test
	void metadataHaveTheTimeThatThePropertySays() {
		run("--aws.disableEc2Metadata=true", "--cloudwatch.logs.metadata.timeout=0s",
				"--cloudwatch.logs.stream={ec2:instance-id}")
			.close();
		assertThat(this.server.events("test", "none")).isNotEmpty();
	}

	private ConfigurableApplicationContext run(String... properties) {
		return TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, properties));
	}

	private List<String> messages(String group, String stream) {
		return this.server.events(group, stream)
			.stream()
			.map((event) -> event.message().replaceFirst(".*\"message\":\"([^\"]*)\".*", "$1"))
			.toList();
	}

}
