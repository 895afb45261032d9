package io.github.cloudwatchlogging.test;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;

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

}
