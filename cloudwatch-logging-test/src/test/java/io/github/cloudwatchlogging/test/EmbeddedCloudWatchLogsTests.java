package io.github.cloudwatchlogging.test;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedCloudWatchLogsTests {

	private final EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start();

	private final CloudWatchLogsClient client = Clients.of(this.server);

	private final long now = System.currentTimeMillis();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void storesWhatAClientPuts() {
		this.client.createLogGroup((request) -> request.logGroupName("g"));
		this.client.createLogStream((request) -> request.logGroupName("g").logStreamName("s"));
		Clients.put(this.client, Clients.event(this.now, "one"), Clients.event(this.now, "zwö\n\"\uD83D\uDE00"));
		assertThat(this.server.events("g", "s")).extracting(ReceivedEvent::message)
			.containsExactly("one", "zwö\n\"\uD83D\uDE00");
		assertThat(this.server.eventCount()).isEqualTo(2);
		assertThat(this.client.getLogEvents((request) -> request.logGroupName("g").logStreamName("s")).events())
			.extracting(OutputLogEvent::message)
			.containsExactly("one", "zwö\n\"\uD83D\uDE00");
	}

	@Test
	void recordsEachRequest() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		Clients.put(this.client, Clients.event(this.now, "one"));
		List<RecordedRequest> requests = this.server.requests("PutLogEvents");
		assertThat(requests).hasSize(1);
		RecordedRequest request = requests.get(0);
		assertThat(request.isSuccess()).isTrue();
		assertThat(request.errorType()).isNull();
		assertThat(request.group()).isEqualTo("g");
		assertThat(request.stream()).isEqualTo("s");
		assertThat(request.eventCount()).isOne();
		assertThat(request.acceptedCount()).isOne();
		assertThat(request.bodyBytes()).isPositive();
		assertThat(request.contentEncoding()).isNull();
		assertThat(request.accessKey()).isEqualTo(this.server.accessKey());
	}

	@Test
	void refusesConnectionsWhileStoppedAndComesBackOnTheSamePort() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		Clients.put(this.client, Clients.event(this.now, "before"));
		String endpoint = this.server.endpoint().toString();
		this.server.stop();
		assertThat(this.server.isRunning()).isFalse();
		assertThatExceptionOfType(SdkClientException.class)
			.isThrownBy(() -> Clients.put(this.client, Clients.event(this.now, "lost")));
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> SocketChannel
			.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.server.endpoint().getPort()))
			.close());
		this.server.restart();
		assertThat(this.server.endpoint()).hasToString(endpoint);
		Clients.put(this.client, Clients.event(this.now, "after"));
		assertThat(this.server.events()).extracting(ReceivedEvent::message).containsExactly("before", "after");
	}

	@Test
	void isAsNewOnceCleared() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		this.server.faults().onAny().throttle();
		this.client.close();
		this.server.clear();
		assertThat(this.server.groups()).isEmpty();
		assertThat(this.server.requests()).isEmpty();
		assertThat(this.server.faults().active()).isEmpty();
	}

	@Test
	void keepsItsRecordsWhenClosed() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		Clients.put(this.client, Clients.event(this.now, "kept"));
		this.server.close();
		assertThat(this.server.events()).hasSize(1);
	}

	@Test
	void storesWhatManyClientsPutAtOnce() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		List<CompletableFuture<Void>> clients = IntStream.range(0, 8)
			.mapToObj((number) -> CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 25; i++) {
					Clients.put(this.client, Clients.event(this.now, number + "-" + i));
				}
			}))
			.toList();
		clients.forEach(CompletableFuture::join);
		assertThat(this.server.eventCount()).isEqualTo(200);
		assertThat(this.server.events("g", "s")).extracting(ReceivedEvent::message).doesNotHaveDuplicates();
		assertThat(this.server.requests("PutLogEvents")).hasSize(200);
	}

	@Test
	void visitsEventsWithoutCopyingThem() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		Clients.put(this.client, Clients.event(this.now, "one"), Clients.event(this.now, "two"));
		StringBuilder seen = new StringBuilder();
		this.server.forEachEvent((event) -> seen.append(event.message()));
		assertThat(seen).hasToString("onetwo");
	}

	@Test
	void hasNoEventsInAStreamThatDoesNotExist() {
		assertThat(this.server.events("none", "s")).isEmpty();
		assertThat(this.server.streams("none")).isEmpty();
		this.server.createLogGroup("g");
		assertThat(this.server.events("g", "none")).isEmpty();
	}

	@Test
	void deletesWithoutARequest() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		this.server.deleteLogStream("g", "s");
		assertThat(this.server.streams("g")).isEmpty();
		this.server.deleteLogGroup("g");
		assertThat(this.server.groups()).isEmpty();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void listensOnTheGivenPortUnlessItIsTaken() {
		int port = this.server.endpoint().getPort();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> EmbeddedCloudWatchLogs.builder().port(port).start())
			.withMessageContaining(Integer.toString(port));
		this.server.close();
		try (EmbeddedCloudWatchLogs other = EmbeddedCloudWatchLogs.builder().port(port).start()) {
			assertThat(other.endpoint()).isEqualTo(this.server.endpoint());
		}
	}

}
