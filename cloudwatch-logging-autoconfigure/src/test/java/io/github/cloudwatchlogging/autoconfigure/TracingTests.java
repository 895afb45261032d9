package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Micrometer Tracing says about an event.
 */
class TracingTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void theIdsOfTraceAndSpanAreMembers() {
		Slf4JEventListener mdc = new Slf4JEventListener();
		ContextStorage.addWrapper(new EventPublishingContextWrapper(mdc::onEvent));
		SdkTracerProvider provider = SdkTracerProvider.builder().build();
		Tracer tracer = new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), mdc::onEvent);
		Span span = tracer.nextSpan().start();
		try (var application = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server))) {
			assertThat(application.isActive()).isTrue();
			try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
				assertThat(scope).isNotNull();
				LoggerFactory.getLogger("shop").info("inside");
			}
			LoggerFactory.getLogger("shop").info("outside");
		}
		provider.close();
		assertThat(received("inside").get("traceId").stringValue()).isEqualTo(span.context().traceId());
		assertThat(received("inside").get("spanId").stringValue()).isEqualTo(span.context().spanId());
		assertThat(received("outside").has("traceId")).isFalse();
	}

	private JsonNode received(String content) {
		List<String> found = this.server.events("test", "stream")
			.stream()
			.map(ReceivedEvent::message)
			.filter((message) -> message.contains("\"message\":\"" + content))
			.toList();
		assertThat(found).hasSize(1);
		return JsonMapper.shared().readTree(found.get(0));
	}

}
