package io.github.cloudwatchlogging.benchmarks;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.aws.AwsLogsService;
import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.aws.OwnClient;
import io.github.cloudwatchlogging.aws.StaticCredentials;
import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.LoopbackHttpServer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.ListStatistics;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * What an event costs between its sealed batch and the service's answer: the body is
 * assembled, signed and sent, a full batch of lines of 200 bytes at a time, by one thread
 * over plain HTTP to a server in the same process. With each of the SDK's HTTP clients,
 * and with none: a client that reads nothing and answers at once shows what the rest
 * costs.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(WireBenchmark.EVENTS)
@Warmup(iterations = 300)
@Measurement(iterations = 200)
@Fork(3)
@State(Scope.Benchmark)
public class WireBenchmark {

	static final int EVENTS = 4_600;

	private static final byte[] TAKEN = "{}".getBytes(StandardCharsets.UTF_8);

	private static final Destination DESTINATION = new Destination("benchmark", "benchmark");

	@Param
	private Body body = Body.BYTES;

	@Param
	private Http http = Http.APACHE5;

	private final LoopbackHttpServer server = new LoopbackHttpServer(0,
			(request) -> new HttpResponse(200, Map.of(), TAKEN));

	private final BatchSlice events = events();

	private @Nullable AwsLogsService service;

	private static BatchSlice events() {
		HeapStore store = new HeapStore(new ByteBudget(Integer.MAX_VALUE, 1, new RoomSignal()));
		Batch batch = new Batch(BatchSettings.DEFAULT, store.open(DESTINATION), 0);
		for (int number = 0; number < EVENTS; number++) {
			String line = "2027-01-15T08:00:00.007Z [http-nio-8080-exec-7] INFO  com.example.shop.orders.OrderService"
					+ " - Order " + number
					+ " of customer \"4711\" was priced, reserved and handed over to the warehouse in Leipzig\n";
			batch.append(1_800_000_000_000L + number,
					MessageBytes.of((line + "x".repeat(200 - line.length())).getBytes(StandardCharsets.UTF_8)),
					Severity.LOW);
		}
		batch.seal();
		return BatchSlice.pending(batch);
	}

	@Setup(Level.Trial)
	public void start() {
		this.server.start();
		URI endpoint = URI.create("http://127.0.0.1:" + this.server.port());
		ClientSource source = switch (this.body) {
			case BYTES -> new OwnClient(
					new ClientSettings("eu-central-1", endpoint, new StaticCredentials("key", "secret", null),
							Duration.ofSeconds(30)),
					(builder) -> builder.httpClientBuilder(null).httpClient(this.http.client()));
			case MODEL -> new UsersClient(endpoint, this.http.client());
		};
		this.service = new AwsLogsService(source, CreateSettings.DEFAULT, EntitySettings.NONE);
	}

	@TearDown(Level.Trial)
	public void stop() {
		Objects.requireNonNull(this.service).close();
		this.server.close();
	}

	@Benchmark
	public void put(CpuTime cpu) {
		cpu.measure(this::putOne);
	}

	private void putOne() {
		Outcome outcome = Objects.requireNonNull(this.service).putLogEvents(DESTINATION, this.events);
		if (!(outcome instanceof Outcome.Delivered)) {
			throw new IllegalStateException("Not delivered: " + outcome);
		}
	}

	/**
	 * Prints the median cost of an event for each client.
	 * @param arguments none
	 */
	public static void main(String[] arguments) throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(WireBenchmark.class.getName()).build())
			.run();
		StringBuilder report = new StringBuilder(
				"| body | HTTP client | CPU ns an event | ns an event |\n|---|---|---|---|\n");
		for (RunResult result : results) {
			report.append(String.format(Locale.ROOT, "| %s | %s | %.0f | %.0f |%n", result.getParams().getParam("body"),
					result.getParams().getParam("http"), medianCpuNanos(result) / EVENTS,
					result.getPrimaryResult().getStatistics().getPercentile(50)));
		}
		System.out.print(report);
	}

	private static double medianCpuNanos(RunResult result) {
		return new ListStatistics(result.getBenchmarkResults()
			.stream()
			.flatMap((fork) -> fork.getIterationResults().stream())
			.mapToDouble(
					(iteration) -> Objects.requireNonNull(iteration.getSecondaryResults().get("cpuNanos")).getScore())
			.toArray()).getPercentile(50);
	}

	/**
	 * How a request gets its body.
	 */
	public enum Body {

		/**
		 * As bytes, which a client that we build takes.
		 */
		BYTES,

		/**
		 * From the SDK's model, as a client of the user's own makes it.
		 */
		MODEL

	}

	/**
	 * What sends a request.
	 */
	public enum Http {

		/**
		 * Nothing.
		 */
		NONE,

		/**
		 * The SDK's client over Apache HttpClient 5.
		 */
		APACHE5,

		/**
		 * The SDK's client over Apache HttpClient 4.
		 */
		APACHE4;

		private SdkHttpClient client() {
			return switch (this) {
				case NONE -> new NoHttpClient();
				case APACHE5 -> Apache5HttpClient.create();
				case APACHE4 -> ApacheHttpClient.create();
			};
		}

	}

	private static final class UsersClient implements ClientSource {

		private final CloudWatchLogsClient client;

		UsersClient(URI endpoint, SdkHttpClient http) {
			this.client = CloudWatchLogsClient.builder()
				.region(Region.EU_CENTRAL_1)
				.endpointOverride(endpoint)
				.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
				.httpClient(http)
				.build();
		}

		@Override
		public CloudWatchLogsClient client() {
			return this.client;
		}

		@Override
		public void close() {
			this.client.close();
		}

	}

	private static final class NoHttpClient implements SdkHttpClient {

		@Override
		public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
			return new ExecutableHttpRequest() {

				@Override
				public HttpExecuteResponse call() {
					return HttpExecuteResponse.builder()
						.response(SdkHttpResponse.builder().statusCode(200).build())
						.responseBody(AbortableInputStream.create(new ByteArrayInputStream(TAKEN)))
						.build();
				}

				@Override
				public void abort() {
				}

			};
		}

		@Override
		public String clientName() {
			return "None";
		}

		@Override
		public void close() {
		}

	}

}
