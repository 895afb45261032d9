package io.github.cloudwatchlogging.test;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

import static org.assertj.core.api.Assertions.assertThat;

class DescribeTests {

	private static final long NOW = TestClock.START.toEpochMilli();

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension(
			EmbeddedCloudWatchLogs.builder().region("eu-central-1").clock(new TestClock()));

	private final EmbeddedCloudWatchLogs server = logs.server();

	private final CloudWatchLogsClient client = Clients.of(this.server);

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void describesAGroup() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		this.server.putRetentionPolicy("g", 7);
		Clients.put(this.client, Clients.event(NOW, "four"));
		LogGroup group = this.client.describeLogGroups().logGroups().get(0);
		assertThat(group.logGroupName()).isEqualTo("g");
		assertThat(group.arn()).isEqualTo("arn:aws:logs:eu-central-1:000000000000:log-group:g:*");
		assertThat(group.logGroupArn()).isEqualTo("arn:aws:logs:eu-central-1:000000000000:log-group:g");
		assertThat(group.retentionInDays()).isEqualTo(7);
		assertThat(group.logGroupClass()).isEqualTo(LogGroupClass.STANDARD);
		assertThat(group.creationTime()).isEqualTo(NOW);
		assertThat(group.storedBytes()).isEqualTo(4);
		assertThat(group.deletionProtectionEnabled()).isFalse();
		assertThat(group.kmsKeyId()).isNull();
	}

	@Test
	void findsGroupsByPrefixByPatternAndByIdentifier() {
		List.of("/app/one", "/app/two", "other").forEach(this.server::createLogGroup);
		assertThat(names(this.client.describeLogGroups((request) -> request.logGroupNamePrefix("/app"))))
			.containsExactly("/app/one", "/app/two");
		assertThat(names(this.client.describeLogGroups((request) -> request.logGroupNamePattern("o"))))
			.containsExactly("/app/one", "/app/two", "other");
		assertThat(names(this.client.describeLogGroups((request) -> request.logGroupNamePattern("O")))).isEmpty();
		assertThat(names(this.client.describeLogGroups((request) -> request.logGroupIdentifiers("other"))))
			.containsExactly("other");
	}

	@Test
	void pagesThroughGroupsFiftyAtATime() {
		IntStream.range(0, 120).forEach((i) -> this.server.createLogGroup("g" + i));
		DescribeLogGroupsResponse first = this.client.describeLogGroups();
		assertThat(first.logGroups()).hasSize(50);
		assertThat(first.nextToken()).isNotNull();
		assertThat(this.client.describeLogGroupsPaginator((request) -> request.limit(7)).logGroups()).hasSize(120);
		assertThat(Clients.refusalOf(() -> this.client.describeLogGroups((request) -> request.limit(51))))
			.contains("Value '51' at 'limit'");
	}

	@Test
	void describesAStreamBeforeAndAfterItsFirstEvent() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
		LogStream empty = streams((request) -> request).get(0);
		assertThat(empty.arn()).isEqualTo("arn:aws:logs:eu-central-1:000000000000:log-group:g:log-stream:s");
		assertThat(empty.creationTime()).isEqualTo(NOW);
		assertThat(empty.firstEventTimestamp()).isNull();
		assertThat(empty.lastIngestionTime()).isNull();
		Clients.put(this.client, Clients.event(NOW - 5, "x"), Clients.event(NOW - 2, "y"));
		LogStream stream = streams((request) -> request).get(0);
		assertThat(stream.firstEventTimestamp()).isEqualTo(NOW - 5);
		assertThat(stream.lastEventTimestamp()).isEqualTo(NOW - 2);
		assertThat(stream.lastIngestionTime()).isEqualTo(NOW);
	}

	@Test
	void ordersStreamsByNameOrByTheirLastEvent() {
		this.server.createLogGroup("g");
		List.of("a", "b", "c").forEach((name) -> this.server.createLogStream("g", name));
		put("a", NOW - Duration.ofMinutes(2).toMillis());
		put("b", NOW);
		put("c", NOW - Duration.ofMinutes(1).toMillis());
		assertThat(streamNames((request) -> request)).containsExactly("a", "b", "c");
		assertThat(streamNames((request) -> request.descending(true))).containsExactly("c", "b", "a");
		assertThat(streamNames((request) -> request.orderBy(OrderBy.LAST_EVENT_TIME))).containsExactly("a", "c", "b");
		assertThat(streamNames((request) -> request.orderBy(OrderBy.LAST_EVENT_TIME).descending(true)))
			.containsExactly("b", "c", "a");
	}

	@Test
	void findsStreamsByPrefixUnlessTheyAreOrderedByTime() {
		this.server.createLogGroup("g");
		List.of("web-1", "web-2", "db").forEach((name) -> this.server.createLogStream("g", name));
		assertThat(streamNames((request) -> request.logStreamNamePrefix("web"))).containsExactly("web-1", "web-2");
		assertThat(Clients.refusalOf(
				() -> streamNames((request) -> request.logStreamNamePrefix("web").orderBy(OrderBy.LAST_EVENT_TIME))))
			.contains("InvalidParameterException", "LastEventTime");
	}

	@Test
	void pagesThroughStreams() {
		this.server.createLogGroup("g");
		IntStream.range(0, 60).forEach((i) -> this.server.createLogStream("g", "s" + i));
		assertThat(this.client.describeLogStreamsPaginator((request) -> request.logGroupName("g")).logStreams())
			.hasSize(60);
		assertThat(this.client
			.describeLogStreamsPaginator(
					(request) -> request.logGroupName("g").limit(9).descending(true).orderBy(OrderBy.LAST_EVENT_TIME))
			.logStreams()).hasSize(60);
	}

	@Test
	void refusesTheStreamsOfAMissingGroup() {
		assertThat(Clients.refusalOf(() -> streamNames((request) -> request)))
			.isEqualTo("400 ResourceNotFoundException: The specified log group does not exist.");
	}

	private void put(String stream, long timestamp) {
		this.client.putLogEvents(
				(request) -> request.logGroupName("g").logStreamName(stream).logEvents(Clients.event(timestamp, "x")));
	}

	private static List<String> names(DescribeLogGroupsResponse response) {
		return response.logGroups().stream().map(LogGroup::logGroupName).toList();
	}

	private List<String> streamNames(UnaryOperator<DescribeLogStreamsRequest.Builder> request) {
		return streams(request).stream().map(LogStream::logStreamName).toList();
	}

	private List<LogStream> streams(UnaryOperator<DescribeLogStreamsRequest.Builder> request) {
		return this.client
			.describeLogStreams(request.apply(DescribeLogStreamsRequest.builder().logGroupName("g")).build())
			.logStreams();
	}

}
