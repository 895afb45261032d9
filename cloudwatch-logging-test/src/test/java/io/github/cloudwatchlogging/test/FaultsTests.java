package io.github.cloudwatchlogging.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.test.fault.Fault;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.EntityRejectionErrorType;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ServiceUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

class FaultsTests extends ServerWithStream {

	@BeforeEach
	void createOtherStream() {
		this.server.createLogStream("g", "other");
	}

	@Test
	void throttlesANumberOfTimes() {
		Fault fault = this.server.faults().on("PutLogEvents").times(2).throttle();
		assertThat(Clients.refusalOf(this::put)).isEqualTo("400 ThrottlingException: Rate exceeded");
		assertThat(Clients.refusalOf(this::put)).isEqualTo("400 ThrottlingException: Rate exceeded");
		assertThat(fault.isActive()).isFalse();
		put();
		assertThat(fault.hits()).isEqualTo(2);
		assertThat(this.server.eventCount()).isOne();
		assertThat(this.server.requests("PutLogEvents")).extracting(RecordedRequest::status)
			.containsExactly(400, 400, 200);
	}

	@Test
	void strikesUntilHealed() {
		Fault fault = this.server.faults().on("PutLogEvents").throttle();
		for (int i = 0; i < 5; i++) {
			assertThat(Clients.refusalOf(this::put)).contains("ThrottlingException");
		}
		this.server.faults().heal();
		put();
		assertThat(fault.hits()).isEqualTo(5);
		assertThat(this.server.faults().active()).isEmpty();
	}

	@Test
	void healsOneFaultAndLeavesTheOthers() {
		Fault throttle = this.server.faults().on("PutLogEvents").throttle();
		this.server.faults().on("PutLogEvents").deny();
		throttle.heal();
		assertThat(Clients.refusalOf(this::put)).contains("AccessDeniedException");
		assertThat(this.server.faults().active()).hasSize(1);
	}

	@Test
	void letsTheFirstRequestsPass() {
		this.server.faults().on("PutLogEvents").after(2).times(1).throttle();
		put();
		put();
		assertThat(Clients.refusalOf(this::put)).contains("ThrottlingException");
		put();
	}

	@Test
	void strikesOneOperationAndNoOther() {
		this.server.faults().on("CreateLogStream").deny();
		put();
		this.server.faults().onAny().serviceUnavailable();
		assertThat(Clients.refusalOf(this::put)).contains("ServiceUnavailableException");
		assertThat(Clients.refusalOf(this.client::describeLogGroups)).contains("ServiceUnavailableException");
	}

	@Test
	void strikesOneStreamAndNoOther() {
		this.server.faults().on("PutLogEvents").forStream("g", "s").throttle();
		put("other");
		assertThat(Clients.refusalOf(this::put)).contains("ThrottlingException");
	}

	@Test
	void strikesOneGroupAndNoOther() {
		this.server.faults().on("CreateLogStream").forGroup("none").throttle();
		this.client.createLogStream((request) -> request.logGroupName("g").logStreamName("new"));
		this.server.faults().on("CreateLogStream").matching((call) -> "wanted".equals(call.stream())).throttle();
		assertThat(Clients.refusalOf(
				() -> this.client.createLogStream((request) -> request.logGroupName("g").logStreamName("wanted"))))
			.contains("ThrottlingException");
	}

	@Test
	void theSameSeedStrikesTheSameRequests() {
		Fault fault = this.server.faults().on("PutLogEvents").withProbability(0.5, 42).throttle();
		List<Boolean> first = successOf40Puts();
		assertThat(fault.hits()).isBetween(10L, 30L);
		fault.heal();
		this.server.faults().on("PutLogEvents").withProbability(0.5, 42).throttle();
		assertThat(successOf40Puts()).isEqualTo(first).contains(true, false);
	}

	@Test
	void refusesAFrequencyThatMakesNoSense() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.faults().onAny().times(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.faults().onAny().after(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.faults().onAny().withProbability(0, 1));
	}

	@Test
	void answersAnyError() {
		this.server.faults().on("PutLogEvents").times(1).error(500, "InternalFailure", "Oops");
		assertThat(Clients.refusalOf(this::put)).isEqualTo("500 InternalFailure: Oops");
		this.server.faults().on("PutLogEvents").times(1).deny();
		assertThat(Clients.refusalOf(this::put)).startsWith("400 AccessDeniedException: User: ");
		this.server.faults().on("PutLogEvents").times(1).expiredToken();
		assertThat(Clients.refusalOf(this::put))
			.isEqualTo("400 ExpiredTokenException: The security token included in the request is expired");
		this.server.faults().on("PutLogEvents").times(1).unrecognizedClient();
		assertThat(Clients.refusalOf(this::put))
			.isEqualTo("400 UnrecognizedClientException: The security token included in the request is invalid.");
		assertThat(this.server.eventCount()).isZero();
	}

	@Test
	void saysWhenToRetry() {
		this.server.faults().on("PutLogEvents").times(1).serviceUnavailable(Duration.ofSeconds(7));
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(this::put).satisfies((ex) -> {
			assertThat(ex.statusCode()).isEqualTo(503);
			assertThat(ex.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("Retry-After")).hasValue("7");
		});
	}

	@Test
	void aHangingRequestIsNotCarriedOutAndEndsWhenHealed() {
		this.server.faults().on("PutLogEvents").hang();
		CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowable(this::put));
		await().until(() -> !this.server.requests("PutLogEvents").isEmpty());
		assertThat(outcome).isNotDone();
		this.server.faults().heal();
		assertThat(outcome.join()).isInstanceOf(SdkClientException.class);
		assertThat(this.server.eventCount()).isZero();
		assertThat(this.server.requests("PutLogEvents").get(0).status()).isZero();
		put();
	}

	@Test
	void aHangingRequestEndsWhenTheServerStops() {
		this.server.faults().on("PutLogEvents").hang();
		CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowable(this::put));
		await().until(() -> !this.server.requests("PutLogEvents").isEmpty());
		this.server.stop();
		assertThat(outcome.join()).isInstanceOf(SdkClientException.class);
	}

	@Test
	void aHangingRequestRunsIntoTheClientsTimeout() {
		this.server.faults().on("PutLogEvents").hang();
		try (CloudWatchLogsClient impatient = Clients.of(this.server, Duration.ofMillis(50))) {
			assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> Clients.put(impatient, event("x")))
				.withMessageContaining("timed out");
		}
	}

	@Test
	void aSlowAnswerComesAtOnceWhenHealed() {
		this.server.faults().on("PutLogEvents").slow(Duration.ofMinutes(5));
		CompletableFuture<PutLogEventsResponse> outcome = CompletableFuture.supplyAsync(this::put);
		await().until(() -> this.server.eventCount() == 1);
		assertThat(outcome).isNotDone();
		this.server.faults().heal();
		assertThat(outcome.join().nextSequenceToken()).isNotNull();
	}

	@Test
	void aSlowAnswerComesAfterItsDelay() {
		this.server.faults().on("PutLogEvents").slow(Duration.ofMillis(30));
		long start = System.nanoTime();
		put();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
	}

	@Test
	void anAnswerThatTheStopOfTheServerPreventsIsLost() {
		this.server.faults().on("PutLogEvents").slow(Duration.ofMinutes(5));
		CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowable(this::put));
		await().until(() -> this.server.eventCount() == 1);
		this.server.stop();
		assertThat(outcome.join()).isInstanceOf(SdkClientException.class);
		assertThat(this.server.faults().eventsWithLostAnswer()).isOne();
	}

	@Test
	void aTricklingAnswerArrivesByteByByte() {
		Fault fault = this.server.faults().on("PutLogEvents").trickle(Duration.ofMinutes(5));
		CompletableFuture<PutLogEventsResponse> outcome = CompletableFuture.supplyAsync(this::put);
		await().until(() -> this.server.eventCount() == 1);
		assertThat(outcome).isNotDone();
		fault.heal();
		assertThat(outcome.join().nextSequenceToken()).isNotNull();
		this.server.faults().on("PutLogEvents").times(1).trickle(Duration.ofNanos(1));
		put();
	}

	@Test
	void aResetConnectionCarriesNothingOut() {
		this.server.faults().on("PutLogEvents").times(1).resetConnection();
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::put)
			.withRootCauseInstanceOf(IOException.class);
		assertThat(this.server.eventCount()).isZero();
		assertThat(this.server.faults().eventsWithLostAnswer()).isZero();
		put();
	}

	@Test
	void aConnectionResetWithinARequestCarriesNothingOut() {
		Fault fault = this.server.faults().on("PutLogEvents").times(2).resetWithinRequest();
		InputLogEvent large = Clients.event(NOW, "x".repeat(1_000_000));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> Clients.put(this.client, large))
			.withRootCauseInstanceOf(IOException.class);
		this.client.createLogStream((request) -> request.logGroupName("g").logStreamName("not concerned"));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::put);
		assertThat(this.server.eventCount()).isZero();
		assertThat(this.server.faults().eventsWithLostAnswer()).isZero();
		put();
		assertThat(fault.hits()).isEqualTo(2);
		assertThat(this.server.requests("PutLogEvents")).extracting(RecordedRequest::status).containsExactly(0, 0, 200);
	}

	@Test
	void aConnectionIsResetWithinARequestInChunks() {
		this.server.faults().onAny().times(1).resetWithinRequest();
		RawHttp http = new RawHttp(this.server);
		BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000]));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> http.send(http.signed("PutLogEvents").POST(chunks)));
		assertThat(this.server.requests()).extracting(RecordedRequest::status).containsExactly(0);
	}

	@Test
	void aCutAnswerLeavesTheEventsStored() {
		this.server.faults().on("PutLogEvents").times(1).cutAnswer();
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::put);
		assertThat(this.server.eventCount()).isOne();
		assertThat(this.server.faults().eventsWithLostAnswer()).isOne();
	}

	@Test
	void aLostAnswerLeavesTheEventsStoredAndARetryDuplicatesThem() {
		this.server.faults().on("PutLogEvents").times(1).loseAnswer();
		InputLogEvent[] events = { event("a"), event("b") };
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> Clients.put(this.client, events));
		Clients.put(this.client, events);
		assertThat(this.server.events()).extracting(ReceivedEvent::message).containsExactly("a", "b", "a", "b");
		assertThat(this.server.faults().eventsWithLostAnswer()).isEqualTo(2);
		assertThat(this.server.requests("PutLogEvents")).extracting(RecordedRequest::status).containsExactly(200, 200);
	}

	@Test
	void anAnswerWithoutBodyCanBeCutToo() {
		this.server.faults().on("CreateLogGroup").times(1).cutAnswer();
		assertThatExceptionOfType(SdkClientException.class)
			.isThrownBy(() -> this.client.createLogGroup((request) -> request.logGroupName("new")));
		assertThat(this.server.groups()).hasSize(2);
	}

	@Test
	void aPoisonEventSpoilsItsBatchAndNoOther() {
		Fault fault = this.server.faults().on("PutLogEvents").poison((message) -> message.contains("poison"));
		put();
		assertThat(Clients.refusalOf(() -> Clients.put(this.client, event("fine"), event("poison"))))
			.startsWith("400 InvalidParameterException");
		Clients.put(this.client, event("fine"));
		assertThat(fault.hits()).isOne();
		assertThat(this.server.events()).extracting(ReceivedEvent::message).containsExactly("x", "fine");
	}

	@Test
	void rejectsTheEndsOfABatchOnDemand() {
		this.server.faults().on("PutLogEvents").times(1).rejectTooOld(1);
		assertThat(putThree().rejectedLogEventsInfo().tooOldLogEventEndIndex()).isOne();
		this.server.faults().on("PutLogEvents").times(1).rejectExpired(2);
		assertThat(putThree().rejectedLogEventsInfo().expiredLogEventEndIndex()).isEqualTo(2);
		this.server.faults().on("PutLogEvents").times(1).rejectTooNew(2);
		assertThat(putThree().rejectedLogEventsInfo().tooNewLogEventStartIndex()).isOne();
		assertThat(this.server.events()).extracting(ReceivedEvent::message).containsExactly("b", "c", "c", "a");
	}

	@Test
	void rejectsTheEntityOnDemand() {
		this.server.faults().on("PutLogEvents").times(1).rejectEntity("EntitySizeTooLarge");
		assertThat(put().rejectedEntityInfo().errorType()).isEqualTo(EntityRejectionErrorType.ENTITY_SIZE_TOO_LARGE);
		assertThat(this.server.eventCount()).isOne();
	}

	@Test
	void describesItself() {
		Fault fault = this.server.faults().on("PutLogEvents").after(1).times(3).withProbability(0.5, 1).hang();
		assertThat(fault).hasToString("hang on PutLogEvents after 1 3 times with probability 0.5 (0 hits)");
		assertThat(this.server.faults().onAny().throttle()).hasToString("throttle on any operation always (0 hits)");
	}

	private List<Boolean> successOf40Puts() {
		return IntStream.range(0, 40).mapToObj((i) -> catchThrowable(this::put) == null).toList();
	}

	private PutLogEventsResponse putThree() {
		return Clients.put(this.client, event("a"), event("b"), event("c"));
	}

	private PutLogEventsResponse put() {
		return put("s");
	}

	private PutLogEventsResponse put(String stream) {
		return this.client
			.putLogEvents((request) -> request.logGroupName("g").logStreamName(stream).logEvents(event("x")));
	}

	private static InputLogEvent event(String message) {
		return Clients.event(NOW, message);
	}

}
