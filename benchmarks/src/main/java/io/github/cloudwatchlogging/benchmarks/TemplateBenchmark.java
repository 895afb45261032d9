package io.github.cloudwatchlogging.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.logback.ApplicationInfo;
import io.github.cloudwatchlogging.logback.EventVariables;
import io.github.cloudwatchlogging.logback.routing.Router;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.template.NameRule;
import io.github.cloudwatchlogging.template.Template;
import io.github.cloudwatchlogging.template.VariableCatalog;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to find an event's destinations. The events are of 16 tenants in turn,
 * one millisecond apart.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class TemplateBenchmark {

	private static final int EVENTS = 1024;

	private static final String TENANT = "{logger:1}/{mdc:tenant}";

	private final ILoggingEvent[] events = events();

	private final VariableCatalog<ILoggingEvent> variables = EventVariables.catalog(ApplicationInfo.UNKNOWN,
			(key) -> null);

	private final Router fixed = router("{hostname}/{pid}");

	private final Router late = router("{instance}");

	private final Router tenant = router(TENANT);

	private final Router date = router("{date:yyyy-MM-dd}");

	private final Router routes = new Router(
			builder("{hostname}/{pid}").loggers(List.of("com.example"), List.of("com.example.noise", "*.sql"))
				.route(List.of("audit.*"), null, "audit", null, null, false)
				.route(List.of("*.security"), Level.WARN, "security", null, null, true)
				.build());

	private final Template<ILoggingEvent> tenantWithoutMemory = Template.parse(TENANT, NameRule.LOG_STREAM,
			this.variables);

	private int next;

	private static ILoggingEvent[] events() {
		LoggerContext context = TypicalEvent.loggerContext();
		ILoggingEvent[] events = new ILoggingEvent[EVENTS];
		for (int index = 0; index < EVENTS; index++) {
			LoggingEvent event = new LoggingEvent("caller", context.getLogger("com.example.shop.orders.OrderService"),
					Level.INFO, "x", null, null);
			event.setTimeStamp(1_800_000_000_000L + index);
			event.setMDCPropertyMap(Map.of("tenant", "tenant-" + index % 16, "traceId", "4bf92f3577b34da6"));
			events[index] = event;
		}
		return events;
	}

	private Routing.Builder builder(String stream) {
		return new Routing.Builder(this.variables, "/apps/orders", stream);
	}

	private Router router(String stream) {
		return new Router(builder(stream).build());
	}

	private ILoggingEvent event() {
		this.next = (this.next + 1) & (EVENTS - 1);
		return this.events[this.next];
	}

	private Destination destination(Router router) {
		ILoggingEvent event = event();
		return router.routes(event).get(0).destination().resolve(event);
	}

	@Benchmark
	public ILoggingEvent nothing() {
		return event();
	}

	@Benchmark
	public Destination fixed() {
		return destination(this.fixed);
	}

	@Benchmark
	public Destination late() {
		return destination(this.late);
	}

	@Benchmark
	public Destination loggerAndTenant() {
		return destination(this.tenant);
	}

	@Benchmark
	public String loggerAndTenantWithoutMemory() {
		return this.tenantWithoutMemory.resolve(event());
	}

	@Benchmark
	public Destination date() {
		return destination(this.date);
	}

	@Benchmark
	public Destination routes() {
		return destination(this.routes);
	}

}
