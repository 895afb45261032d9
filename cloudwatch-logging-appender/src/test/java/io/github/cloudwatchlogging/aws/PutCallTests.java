package io.github.cloudwatchlogging.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.LoopbackHttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both ways to send events: they differ in their cost alone.
 */
class PutCallTests {

	private static final Destination DESTINATION = new Destination("the/group", "a \"stream\" \u00e9");

	private static final EntitySettings ENTITY = new EntitySettings(
			Map.of("Type", "Service", "Name", "ord\"ers", "Environment", "test"), Map.of("Platform", "ECS"));

	private static final JsonMapper JACKSON = new JsonMapper();

	private final List<HttpRequest> requests = new ArrayList<>();

	private final List<PutLogEventsRequest> models = new ArrayList<>();

	private final LoopbackHttpServer http = new LoopbackHttpServer(0, this::answer);

	private HttpResponse answer(HttpRequest request) {
		this.requests.add(request);
		return new HttpResponse(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
	}

	@BeforeEach
	void startServer() {
		this.http.start();
	}

	@AfterEach
	void stopServer() {
		this.http.close();
	}

	@Test
	void bothWaysPutTheSameOnTheWire() {
		Random random = new Random(7);
		for (int round = 0; round < 20; round++) {
			BatchSlice events = events(random, 1 + random.nextInt(50));
			EntitySettings entity = (round % 2 == 0) ? ENTITY : EntitySettings.NONE;
			put(ownClient(), entity, events);
			put(usersClient(), entity, events);
			assertThat(json(2 * round)).isEqualTo(json(2 * round + 1));
			assertThat(this.requests.get(2 * round).header("content-type"))
				.isEqualTo(this.requests.get(2 * round + 1).header("content-type"));
		}
	}

	@Test
	void bothWaysPutTheSameOnTheWireHoweverLongTheEventsAre() {
		Random random = new Random(12);
		for (int round = 0; round < 20; round++) {
			BatchSlice events = longEvents(random, 1 << random.nextInt(8, 18));
			put(ownClient(), ENTITY, events);
			put(usersClient(), ENTITY, events);
			assertThat(json(2 * round)).isEqualTo(json(2 * round + 1));
		}
	}

	@Test
	void onlyAClientOfTheUsersOwnIsGivenAnObjectForEachEvent() {
		BatchSlice events = events(new Random(8), 5);
		put(ownClient(), ENTITY, events);
		put(usersClient(), ENTITY, events);
		assertThat(this.models).extracting((model) -> model.logEvents().size()).containsExactly(0, 5);
		assertThat(json(0).get("logEvents")).hasSize(5);
	}

	@Test
	void aBodyHasNothingOfTheOneBefore() {
		ClientSource source = ownClient();
		AwsLogsService service = new AwsLogsService(source, CreateSettings.DEFAULT, ENTITY);
		service.putLogEvents(DESTINATION, events(new Random(9), 500));
		service.putLogEvents(DESTINATION, events(new Random(10), 1));
		service.close();
		assertThat(json(0).get("logEvents")).hasSize(500);
		assertThat(json(1).get("logEvents")).hasSize(1);
	}

	private JsonNode json(int index) {
		return JACKSON.readTree(this.requests.get(index).body());
	}

	private void put(ClientSource source, EntitySettings entity, BatchSlice events) {
		AwsLogsService service = new AwsLogsService(source, CreateSettings.DEFAULT, entity);
		assertThat(service.putLogEvents(DESTINATION, events)).isEqualTo(new Outcome.Delivered(null));
		service.close();
	}

	private ClientSource ownClient() {
		ClientSettings settings = new ClientSettings("eu-central-1", endpoint(), new StaticCredentials("a", "b", null),
				Duration.ofSeconds(30));
		return new OwnClient(settings, (builder) -> builder.overrideConfiguration(
				builder.overrideConfiguration().copy((all) -> all.addExecutionInterceptor(new ModelWatcher()))));
	}

	private ClientSource usersClient() {
		CloudWatchLogsClient client = CloudWatchLogsClient.builder()
			.region(Region.EU_CENTRAL_1)
			.endpointOverride(endpoint())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
			.httpClientBuilder(Apache5HttpClient.builder())
			.overrideConfiguration((all) -> all.addExecutionInterceptor(new ModelWatcher()))
			.build();
		return new ClientSource() {

			@Override
			public CloudWatchLogsClient client() {
				return client;
			}

			@Override
			public void close() {
				client.close();
			}

		};
	}

	private URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.http.port());
	}

	private static BatchSlice events(Random random, int count) {
		HeapStore store = new HeapStore(new ByteBudget(1_000_000, 1, new RoomSignal()));
		Batch batch = new Batch(BatchSettings.DEFAULT, store.open(DESTINATION), 0);
		for (int index = 0; index < count; index++) {
			String message = "\""
					+ random.ints(random.nextInt(100), 1, 0x3000)
						.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					+ "\uD83D\uDE00";
			batch.append(1_800_000_000_000L + random.nextInt(1000),
					MessageBytes.of(message.getBytes(StandardCharsets.UTF_8)), Severity.HIGH);
		}
		batch.seal();
		return BatchSlice.pending(batch);
	}

	/**
	 * Events of up to so many characters, of which none, few or all are escaped.
	 */
	private static BatchSlice longEvents(Random random, int mostCharacters) {
		String[] texts = { "plain text", "a \"quoted\" text", "\u0001\u0002" };
		HeapStore store = new HeapStore(new ByteBudget(2_000_000, 1, new RoomSignal()));
		Batch batch = new Batch(BatchSettings.DEFAULT, store.open(DESTINATION), 0);
		for (int index = 0; index < 400_000 / mostCharacters; index++) {
			String message = texts[random.nextInt(texts.length)].repeat(mostCharacters)
				.substring(0, 1 + random.nextInt(mostCharacters));
			batch.append(1_800_000_000_000L + random.nextInt(3),
					MessageBytes.of(message.getBytes(StandardCharsets.UTF_8)), Severity.HIGH);
		}
		batch.seal();
		return BatchSlice.pending(batch);
	}

	private final class ModelWatcher implements ExecutionInterceptor {

		@Override
		public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
			PutCallTests.this.models.add((PutLogEventsRequest) context.request());
		}

	}

}
