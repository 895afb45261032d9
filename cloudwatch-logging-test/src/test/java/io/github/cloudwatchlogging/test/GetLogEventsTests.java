package io.github.cloudwatchlogging.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

import static org.assertj.core.api.Assertions.assertThat;

class GetLogEventsTests extends ServerWithStream {

	@Test
	void returnsTheLatestEventsFirstUnlessToldOtherwise() {
		putNumbers(0, 5);
		assertThat(messages(get((request) -> request.limit(2)))).containsExactly("3", "4");
		assertThat(messages(get((request) -> request.limit(2).startFromHead(true)))).containsExactly("0", "1");
	}

	@Test
	void returnsTimestampMessageAndIngestionTime() {
		Clients.put(this.client, Clients.event(NOW - 1, "x"));
		assertThat(get((request) -> request).events())
			.containsExactly(OutputLogEvent.builder().timestamp(NOW - 1).message("x").ingestionTime(NOW).build());
	}

	@Test
	void pagesForwardUntilTheSameTokenComesBack() {
		putNumbers(0, 5);
		List<String> seen = new ArrayList<>();
		GetLogEventsResponse page = get((request) -> request.limit(2).startFromHead(true));
		String token = "";
		while (!page.nextForwardToken().equals(token)) {
			seen.addAll(messages(page));
			token = page.nextForwardToken();
			String next = token;
			page = get((request) -> request.limit(2).nextToken(next));
		}
		assertThat(seen).containsExactly("0", "1", "2", "3", "4");
		assertThat(page.events()).isEmpty();
	}

	@Test
	void pagesBackwardUntilTheSameTokenComesBack() {
		putNumbers(0, 5);
		GetLogEventsResponse last = get((request) -> request.limit(2));
		GetLogEventsResponse middle = get((request) -> request.limit(2).nextToken(last.nextBackwardToken()));
		GetLogEventsResponse first = get((request) -> request.limit(2).nextToken(middle.nextBackwardToken()));
		GetLogEventsResponse none = get((request) -> request.limit(2).nextToken(first.nextBackwardToken()));
		assertThat(messages(middle)).containsExactly("1", "2");
		assertThat(messages(first)).containsExactly("0");
		assertThat(none.events()).isEmpty();
		assertThat(none.nextBackwardToken()).isEqualTo(first.nextBackwardToken());
		assertThat(messages(get((request) -> request.nextToken(first.nextForwardToken())))).containsExactly("1", "2",
				"3", "4");
	}

	@Test
	void theSdksPaginatorSeesEachEventOnce() {
		putNumbers(0, 25);
		assertThat(this.client
			.getLogEventsPaginator(
					(request) -> request.logGroupName("g").logStreamName("s").startFromHead(true).limit(10))
			.events()).extracting(OutputLogEvent::message)
			.containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(Integer::toString).toList());
	}

	@Test
	void aForwardTokenAtTheEndSeesWhatComesLater() {
		String token = get((request) -> request.startFromHead(true)).nextForwardToken();
		putNumbers(0, 2);
		GetLogEventsResponse page = get((request) -> request.nextToken(token));
		assertThat(messages(page)).containsExactly("0", "1");
		putNumbers(2, 3);
		assertThat(messages(get((request) -> request.nextToken(page.nextForwardToken())))).containsExactly("2");
	}

	@Test
	void ordersByTimestampAndThenByArrival() {
		Clients.put(this.client, Clients.event(NOW, "a"), Clients.event(NOW, "b"));
		Clients.put(this.client, Clients.event(NOW - 1, "earlier"), Clients.event(NOW, "c"));
		assertThat(messages(get((request) -> request))).containsExactly("earlier", "a", "b", "c");
	}

	@Test
	void theTimeRangeIncludesItsStartAndExcludesItsEnd() {
		putNumbers(0, 5);
		assertThat(messages(get((request) -> request.startTime(NOW + 1).endTime(NOW + 3)))).containsExactly("1", "2");
		assertThat(messages(get((request) -> request.startTime(NOW + 5).endTime(NOW)))).isEmpty();
	}

	@Test
	void aPageHasAtMostOneMegabyte() {
		String large = "x".repeat(400_000);
		for (int i = 0; i < 4; i++) {
			Clients.put(this.client, Clients.event(NOW + i, large));
		}
		GetLogEventsResponse page = get((request) -> request.startFromHead(true));
		assertThat(page.events()).hasSize(2);
		assertThat(get((request) -> request.nextToken(page.nextForwardToken())).events()).hasSize(2);
	}

	@Test
	void aPageHasAtMost10000Events() {
		Clients.put(this.client, Collections.nCopies(10_000, Clients.event(NOW, "x")));
		Clients.put(this.client, Clients.event(NOW, "x"));
		assertThat(get((request) -> request).events()).hasSize(10_000);
		assertThat(Clients.refusalOf(() -> get((request) -> request.limit(10_001)))).contains("Value '10001'");
	}

	@Test
	void findsTheGroupByItsArn() {
		putNumbers(0, 1);
		assertThat(this.client
			.getLogEvents((request) -> request.logStreamName("s")
				.logGroupIdentifier("arn:aws:logs:us-east-1:000000000000:log-group:g"))
			.events()).hasSize(1);
	}

	@Test
	void refusesAMissingStreamAndATokenOfSomebodyElse() {
		assertThat(Clients
			.refusalOf(() -> this.client.getLogEvents((request) -> request.logGroupName("g").logStreamName("none"))))
			.contains("The specified log stream does not exist.");
		assertThat(Clients.refusalOf(() -> get((request) -> request.nextToken("mine"))))
			.contains("InvalidParameterException", "nextToken is invalid");
	}

	private void putNumbers(int from, int to) {
		Clients.put(this.client,
				IntStream.range(from, to).mapToObj((i) -> Clients.event(NOW + i, Integer.toString(i))).toList());
	}

	private GetLogEventsResponse get(UnaryOperator<GetLogEventsRequest.Builder> request) {
		return this.client
			.getLogEvents(request.apply(GetLogEventsRequest.builder().logGroupName("g").logStreamName("s")).build());
	}

	private static List<String> messages(GetLogEventsResponse response) {
		return response.events().stream().map(OutputLogEvent::message).toList();
	}

}
