package io.github.cloudwatchlogging.logback;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.format.JsonEventEncoder;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.FallbackPolicy;
import io.github.cloudwatchlogging.settings.OversizePolicy;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * {@link CloudWatchAppender}, as far as it needs no server.
 */
class CloudWatchAppenderTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final JsonMapper JACKSON = new JsonMapper();

	private final LoggerContext context = new LoggerContext();

	private final CapturingClient client = new CapturingClient();

	private final CloudWatchAppender appender = new CloudWatchAppender();

	private final Logger logger = this.context.getLogger("com.example.shop.Order");

	CloudWatchAppenderTests() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.logger.addAppender(this.appender);
		this.appender.setContext(this.context);
		this.appender.setName("CLOUDWATCH");
	}

	@AfterEach
	void stop() {
		this.context.stop();
	}

	@Test
	void anEventBecomesJsonInItsGroupAndStream() {
		start("/app/{level}", "{logger:1}-{mdc:user}");
		this.context.getMDCAdapter().put("user", "jim:*");
		this.logger.atInfo().addKeyValue("items", 3).log("Ordered");
		assertThat(this.appender.flush(LONG).isComplete()).isTrue();
		assertThat(this.client.streams()).singleElement().asString().matches("/app/INFO / Order-jim__#[0-9a-f]{8}");
		JsonNode json = JACKSON.readTree(this.client.messages().get(0));
		assertThat(json.get("message").asString()).isEqualTo("Ordered");
		assertThat(json.get("items").intValue()).isEqualTo(3);
		assertThat(json.get("user").asString()).isEqualTo("jim:*");
	}

	@Test
	void anEventKeepsItsTime() {
		start("group", "stream");
		LoggingEvent event = event(Level.INFO, "x");
		long time = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
		event.setTimeStamp(time);
		this.appender.doAppend(event);
		this.appender.flush(LONG);
		assertThat(this.client.events()).extracting(InputLogEvent::timestamp).containsExactly(time);
	}

	@Test
	void anEventFromBeforeTheEpochDoesNotSpoilItsBatch() {
		start("group", "stream");
		LoggingEvent event = event(Level.INFO, "x");
		event.setTimeStamp(-1);
		this.appender.doAppend(event);
		this.logger.info("y");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).hasSize(1);
		assertThat(this.appender.snapshot().balance().dropped(DropCause.TOO_OLD)).isEqualTo(1);
	}

	@Test
	void anEncoderThatThrowsCostsOneEventAndIsToldOnce() {
		this.appender.setEncoder(new PickyEncoder());
		start("group", "stream");
		this.logger.info("one");
		this.logger.info("bad");
		this.logger.info("worse");
		this.logger.info("two");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).containsExactly("one", "two");
		Balance balance = this.appender.snapshot().balance();
		assertThat(balance).isEqualTo(new Balance(4, 2, Map.of(), Map.of(DropCause.ENCODER_FAILED, 2L), 0));
		assertThat(statuses(Status.WARN)).singleElement().asString().contains("could not be encoded");
		assertThat(statuses(Status.ERROR)).isEmpty();
	}

	@Test
	void filtersApply() {
		this.appender.addFilter(new OnlyWarnings());
		start("group", "stream");
		this.logger.info("no");
		this.logger.warn("yes");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).hasSize(1).first().asString().contains("yes");
		assertThat(this.appender.snapshot().balance().accepted()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "software.amazon.awssdk.request, DEBUG, false", "software.amazon.awssdk.request, TRACE, false",
			"software.amazon.awssdk.request, INFO, true", "org.apache.hc.client5.http.wire, DEBUG, false",
			"org.apache.http.wire, DEBUG, false", "org.apache.hc.client5.http.wire, WARN, true",
			"org.apache.httpd.Mine, DEBUG, true", "com.example.Shop, DEBUG, true" })
	void theSdksOwnLoggersAreHeardFromInfoOn(String name, String level, boolean heard) {
		start("group", "stream");
		this.appender
			.doAppend(new LoggingEvent("caller", this.context.getLogger(name), Level.valueOf(level), "x", null, null));
		assertThat(this.appender.snapshot().balance().accepted()).isEqualTo(heard ? 1 : 0);
	}

	@Test
	void whatIsLoggedByADeliveryNeverFeedsItself() {
		CapturingClient talkative = new CapturingClient() {

			@Override
			public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
				CloudWatchAppenderTests.this.logger.error("on a thread of the engine");
				return super.putLogEvents(request);
			}

		};
		start(talkative, BatchSettings.DEFAULT, "group", "stream");
		this.logger.info("one");
		this.appender.flush(LONG);
		assertThat(talkative.messages()).hasSize(1);
		assertThat(this.appender.snapshot().balance().accepted()).isEqualTo(1);
	}

	@Test
	void eventsBeforeTheStartAndAfterTheStopAreCounted() {
		this.logger.info("early");
		assertThat(this.appender.flush(LONG)).isSameAs(FlushResult.NOTHING);
		start("group", "stream");
		this.logger.info("one");
		this.appender.stop();
		this.logger.info("late");
		this.logger.info("later");
		assertThat(this.appender.isStarted()).isFalse();
		assertThat(this.client.messages()).hasSize(1);
		assertThat(this.appender.snapshot().balance())
			.isEqualTo(new Balance(4, 1, Map.of(), Map.of(DropCause.STOPPED, 3L), 0));
	}

	@Test
	void itCanBeStoppedAndStartedAgain() {
		start("group", "stream");
		this.logger.info("one");
		this.appender.stop();
		this.appender.stop();
		this.appender.start();
		this.appender.start();
		this.logger.info("two");
		assertThat(this.appender.snapshot().balance().isBalanced()).isTrue();
		this.appender.stop();
		assertThat(this.client.messages()).hasSize(2);
		assertThat(this.appender.snapshot().balance()).isEqualTo(new Balance(2, 2, Map.of(), Map.of(), 0));
	}

	@Test
	void manyRunsLeaveTheirNumbersAndNothingElse() {
		int runs = 20;
		List<WeakReference<CapturingClient>> clients = new ArrayList<>();
		for (int run = 0; run < runs; run++) {
			clients.add(new WeakReference<>(runWithItsOwnClient()));
			assertThat(this.appender.snapshot().balance())
				.isEqualTo(new Balance(2 * run + 2, run + 1, Map.of(), Map.of(DropCause.STOPPED, run + 1L), 0));
		}
		start("group", "stream");
		await().until(() -> {
			System.gc();
			return clients.stream().allMatch((client) -> client.refersTo(null));
		});
	}

	private CapturingClient runWithItsOwnClient() {
		CapturingClient client = new CapturingClient();
		start(client, BatchSettings.DEFAULT, "group", "stream");
		this.logger.info("one");
		this.appender.stop();
		this.logger.info("late");
		assertThat(client.messages()).hasSize(1);
		return client;
	}

	@Test
	void anEventThatIsOnItsWayWhileTheAppenderStopsIsCounted() {
		HoldsLateEvents slow = new HoldsLateEvents();
		this.appender.addFilter(slow);
		start("group", "stream");
		CompletableFuture<Void> caller = CompletableFuture.runAsync(() -> this.logger.info("late"));
		slow.reached().join();
		this.appender.stop();
		this.appender.start();
		this.logger.info("of the second run");
		this.appender.stop();
		assertThat(this.appender.snapshot().balance()).isEqualTo(new Balance(1, 1, Map.of(), Map.of(), 0));
		slow.release();
		caller.join();
		assertThat(this.appender.snapshot().balance())
			.isEqualTo(new Balance(2, 1, Map.of(), Map.of(DropCause.STOPPED, 1L), 0));
	}

	@Test
	void noEventIsMissedHoweverOftenTheAppenderStopsMeanwhile() {
		start("group", "stream");
		AtomicBoolean over = new AtomicBoolean();
		List<CompletableFuture<Long>> callers = IntStream.range(0, 4)
			.mapToObj((caller) -> CompletableFuture.supplyAsync(() -> logUntil(over)))
			.toList();
		for (int round = 0; round < 30; round++) {
			this.appender.stop();
			this.appender.start();
			assertThat(this.appender.snapshot().balance().isBalanced()).isTrue();
		}
		over.set(true);
		long logged = callers.stream().mapToLong(CompletableFuture::join).sum();
		this.appender.stop();
		Balance balance = this.appender.snapshot().balance();
		assertThat(balance.accepted()).isEqualTo(logged);
		assertThat(balance.delivered()).isEqualTo(this.client.messages().size());
		assertThat(balance.delivered() + balance.totalDropped()).isEqualTo(logged);
	}

	private long logUntil(AtomicBoolean over) {
		long logged = 0;
		while (!over.get()) {
			this.logger.info("one of many");
			logged++;
			LockSupport.parkNanos(10_000);
		}
		return logged;
	}

	@Test
	void aStopSaysHowManyEventsOfWhichStreamsAreLeft() {
		CapturingClient broken = new CapturingClient() {

			@Override
			public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
				throw SdkClientException.create("Connect refused");
			}

		};
		start(broken, BatchSettings.DEFAULT, "group", "{level}");
		this.logger.info("one");
		this.logger.info("two");
		this.logger.warn("three");
		this.appender.stop();
		assertThat(statuses(Status.WARN)).last()
			.asString()
			.contains("Stopped with 3 undelivered events: ", "2 of group / INFO", "1 of group / WARN");
		assertThat(statuses(Status.ERROR)).isEmpty();
		assertThat(this.appender.snapshot().balance().dropped(DropCause.SHUTDOWN)).isEqualTo(3);
	}

	@Test
	void aLargeEventStaysJsonWithinWhatABatchTakes() {
		start(this.client, new BatchSettings(LONG, 65_536, 10), "group", "stream");
		this.logger.info("x".repeat(5_000_000));
		this.appender.flush(LONG);
		assertThat(this.client.messages().get(0).length()).isBetween(65_000, 65_536 - 26);
		assertThat(JACKSON.readTree(this.client.messages().get(0)).has("truncatedBytes")).isTrue();
	}

	@Test
	void aLargeEventStaysJsonWithAJsonEncoderOfTheUsersOwn() {
		this.appender.setEncoder(new JsonEventEncoder());
		start(this.client, new BatchSettings(LONG, 65_536, 10), "group", "stream");
		this.logger.info("x".repeat(500_000));
		this.appender.flush(LONG);
		assertThat(JACKSON.readTree(this.client.messages().get(0)).has("truncatedBytes")).isTrue();
	}

	@Test
	void allOptionsCanBeSetInXml() throws JoranException {
		configure("""
				<group>/app/${APP}/{application}</group>
				<stream>{property:REGION_NAME:none}-{property:MISSING:default}</stream>
				<application>shop</application>
				<region>eu-central-1</region>
				<endpoint>http://127.0.0.1:1</endpoint>
				<credentials>
					<accessKey>key</accessKey>
					<secretKey>secret</secretKey>
					<sessionToken>token</sessionToken>
				</credentials>
				<batch>
					<maxDelay>2 seconds</maxDelay>
					<maxSize>512KB</maxSize>
					<maxEvents>100</maxEvents>
				</batch>
				<buffer>
					<maxSize>3MB</maxSize>
				</buffer>
				<retry>
					<initialDelay>100</initialDelay>
					<maxDelay>10 seconds</maxDelay>
				</retry>
				<create>
					<group>false</group>
					<stream>false</stream>
				</create>
				<oversize>Split</oversize>
				<fallback>none</fallback>
				<concurrency>2</concurrency>
				<apiTimeout>5 seconds</apiTimeout>
				<shutdownTimeout>0</shutdownTimeout>
				<encoder>
					<pattern>%msg%n</pattern>
				</encoder>
				""");
		assertThat(this.context.getStatusManager().getCopyOfStatusList()).extracting(Status::getLevel)
			.containsOnly(Status.INFO);
		CloudWatchAppender configured = configured();
		assertThat(configured.isStarted()).isTrue();
		this.context.getLogger("any").info("Hello");
		DeliverySnapshot snapshot = configured.snapshot();
		assertThat(snapshot.bufferLimitBytes()).isEqualTo(3L * 1_048_576);
		assertThat(snapshot.lanes()).singleElement().satisfies((lane) -> {
			assertThat(lane.lane().destination()).isEqualTo(new Destination("/app/context/shop", "here-default"));
			assertThat(lane.lane().pendingBytes()).isEqualTo("Hello".length() + 26);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<group>my group</group>                                    | group                  | my group
			<group>{aplication}</group>                                | group                  | {aplication}
			<stream>a:b</stream>                                       | stream                 | a:b
			<endpoint>not a uri</endpoint>                             | endpoint               | not a uri
			<endpoint>localhost:4566</endpoint>                        | endpoint               | localhost:4566
			<endpoint>/path</endpoint>                                 | endpoint               | /path
			<credentials><accessKey>a</accessKey></credentials>        | credentials.secret-key |
			<credentials><secretKey>a</secretKey></credentials>        | credentials.access-key |
			<batch><maxDelay>2 hours</maxDelay></batch>                | batch.max-delay        | 7200s
			<batch><maxSize>2MB</maxSize></batch>                      | batch.max-size         | 2097152B
			<batch><maxSize>5GB</maxSize></batch>                      | batch.max-size         | 2147483647B
			<oversize>explode</oversize>                               | oversize               | explode
			<batch><maxEvents>0</maxEvents></batch>                    | batch.max-events       | 0
			<buffer><maxSize>1MB</maxSize></buffer>                    | buffer.max-size        | 1048576B
			<retry><initialDelay>0</initialDelay></retry>              | retry.initial-delay    | 0s
			<retry><maxDelay>2 hours</maxDelay></retry>                | retry.max-delay        | 7200s
			<concurrency>65</concurrency>                              | delivery.concurrency   | 65
			<apiTimeout>0</apiTimeout>                                 | delivery.api-timeout   | PT0S
			<shutdownTimeout>2 hours</shutdownTimeout>                 | shutdown.timeout       | PT2H
			""")
	void aSettingThatCanNeverWorkIsAnErrorAndKeepsTheAppenderFromStarting(String xml, String setting, String value)
			throws JoranException {
		configure(xml);
		assertThat(configured().isStarted()).isFalse();
		List<Status> errors = statuses(Status.ERROR);
		assertThat(errors).hasSize(1);
		assertThat(errors.get(0).getMessage()).startsWith("Cannot start the appender: " + setting + " = '")
			.contains("'" + ((value != null) ? value : "") + "': ");
		assertThat(errors.get(0).getThrowable()).isInstanceOfSatisfying(InvalidSettingException.class,
				(exception) -> assertThat(errors.get(0).getMessage()).endsWith(exception.getCure()));
		this.context.getLogger("any").info("Hello");
		assertThat(configured().snapshot().balance().isBalanced()).isTrue();
	}

	@Test
	void aTemplateWithAnUnknownVariableIsRefusedWithTheListOfKnownOnes() throws JoranException {
		configure("<group>{aplication}</group>");
		assertThat(statuses(Status.ERROR).get(0).getMessage()).contains("{aplication}", "{application}",
				"{date:pattern}", "{env:NAME:default}", "{hostname}", "{kv:key}", "{logger:N}", "{mdc:key}", "{pid}",
				"{property:key:default}", "{thread}", "{uuid}");
	}

	@Test
	void aShutdownTimeoutIsNeverNegative() {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> settings(this.client, BatchSettings.DEFAULT, "group", "stream", Duration.ofSeconds(-1)))
			.withMessageContaining("shutdown.timeout");
	}

	@Test
	void whatIsLoggedWhileItIsSuspendedIsDeliveredInItsOrderWhenItGoesOn() {
		start("group", "stream");
		this.logger.info("1");
		this.appender.suspend();
		assertThat(this.client.messages()).hasSize(1);
		StringBuilder changing = new StringBuilder("2");
		this.logger.info("{}", changing);
		changing.append(" and something else");
		this.logger.info("3");
		this.appender.resume();
		this.logger.info("4");
		this.appender.flush(LONG);
		assertThat(this.client.messages()).extracting((message) -> JACKSON.readTree(message).get("message").asString())
			.containsExactly("1", "2", "3", "4");
		assertThat(this.appender.snapshot().balance().delivered()).isEqualTo(4);
	}

	@Test
	void whatIsLoggedWhileItIsSuspendedIsDeliveredWhenItStops() {
		start("group", "stream");
		this.appender.suspend();
		this.logger.info("while suspended");
		this.appender.stop();
		assertThat(this.client.messages()).hasSize(1);
		assertThat(this.appender.isStarted()).isFalse();
	}

	@Test
	void whatFindsNoRoomWhileItIsSuspendedIsCounted() {
		start("group", "stream");
		this.appender.suspend();
		for (int number = 0; number < HeldEvents.MOST_EVENTS + 3; number++) {
			this.logger.info("{}", number);
		}
		this.appender.resume();
		this.appender.flush(LONG);
		Balance balance = this.appender.snapshot().balance();
		assertThat(balance.accepted()).isEqualTo(HeldEvents.MOST_EVENTS + 3);
		assertThat(balance.delivered()).isEqualTo(HeldEvents.MOST_EVENTS);
		assertThat(balance.dropped(DropCause.STOPPED)).isEqualTo(3);
	}

	private void start(String group, String stream) {
		start(this.client, BatchSettings.DEFAULT, group, stream);
	}

	private void start(CapturingClient client, BatchSettings batch, String group, String stream) {
		this.appender.setSettings(settings(client, batch, group, stream, Duration.ofSeconds(1)));
		this.appender.start();
		assertThat(this.appender.isStarted()).isTrue();
	}

	private static AppenderSettings settings(CapturingClient client, BatchSettings batch, String group, String stream,
			Duration shutdownTimeout) {
		DeliverySettings delivery = new DeliverySettings(batch, BufferSettings.DEFAULT, 1, RetrySettings.DEFAULT,
				CreateSettings.DEFAULT);
		Routing routing = new Routing.Builder(
				EventVariables.catalog(new ApplicationInfo("shop", null, null, null, null), (key) -> null), group,
				stream)
			.build();
		return new AppenderSettings(routing, new MetadataSettings(MetadataSettings.DEFAULT_TIMEOUT, (key) -> null),
				OversizePolicy.TRUNCATE, FallbackPolicy.NONE, delivery, client, EntitySettings.NONE, shutdownTimeout,
				EventFormat.DEFAULT);
	}

	private void configure(String options) throws JoranException {
		this.context.putProperty("APP", "context");
		this.context.putProperty("REGION_NAME", "here");
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.context);
		String xml = "<configuration><appender name='TESTED' class='" + CloudWatchAppender.class.getName() + "'>"
				+ options + "</appender><root level='INFO'><appender-ref ref='TESTED'/></root></configuration>";
		configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private CloudWatchAppender configured() {
		return (CloudWatchAppender) this.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("TESTED");
	}

	private LoggingEvent event(Level level, String message) {
		return new LoggingEvent("caller", this.logger, level, message, null, null);
	}

	private List<Status> statuses(int level) {
		List<Status> statuses = new ArrayList<>(this.context.getStatusManager().getCopyOfStatusList());
		statuses.removeIf((status) -> status.getLevel() != level);
		return statuses;
	}

	/**
	 * Throws at everything that is bad, an exception or an error.
	 */
	private static final class PickyEncoder extends EncoderBase<ILoggingEvent> {

		@Override
		public byte[] headerBytes() {
			return new byte[0];
		}

		@Override
		public byte[] encode(ILoggingEvent event) {
			switch (event.getMessage()) {
				case "bad" -> throw new IllegalStateException("bad");
				case "worse" -> throw new StackOverflowError("worse");
				default -> {
					return event.getMessage().getBytes(StandardCharsets.UTF_8);
				}
			}
		}

		@Override
		public byte[] footerBytes() {
			return new byte[0];
		}

	}

	/**
	 * Keeps each event that says it is late until it is released.
	 */
	private static final class HoldsLateEvents extends Filter<ILoggingEvent> {

		private final CompletableFuture<Void> reached = new CompletableFuture<>();

		private final CompletableFuture<Void> released = new CompletableFuture<>();

		@Override
		public FilterReply decide(ILoggingEvent event) {
			if (event.getMessage().equals("late")) {
				this.reached.complete(null);
				this.released.join();
			}
			return FilterReply.NEUTRAL;
		}

		CompletableFuture<Void> reached() {
			return this.reached;
		}

		void release() {
			this.released.complete(null);
		}

	}

	/**
	 * Denies whatever is no warning.
	 */
	private static final class OnlyWarnings extends Filter<ILoggingEvent> {

		@Override
		public FilterReply decide(ILoggingEvent event) {
			return (event.getLevel() == Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
		}

	}

}
