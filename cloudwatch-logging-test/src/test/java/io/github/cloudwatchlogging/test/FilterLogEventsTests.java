package io.github.cloudwatchlogging.test;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

import static org.assertj.core.api.Assertions.assertThat;

class FilterLogEventsTests extends ServerWithStream {

	@BeforeEach
	void createStreams() {
		List.of("web-1", "web-2", "db").forEach((stream) -> this.server.createLogStream("g", stream));
	}

	@Test
	void mergesTheStreamsOfAGroupByTime() {
		put("web-1", NOW, "one");
		put("db", NOW + 1, "two");
		put("web-1", NOW + 2, "three");
		FilterLogEventsResponse response = filter((request) -> request);
		assertThat(messages(response)).containsExactly("one", "two", "three");
		assertThat(response.nextToken()).isNull();
		assertThat(response.searchedLogStreams()).isEmpty();
		FilteredLogEvent event = response.events().get(1);
		assertThat(event.logStreamName()).isEqualTo("db");
		assertThat(event.timestamp()).isEqualTo(NOW + 1);
		assertThat(event.ingestionTime()).isEqualTo(NOW);
		assertThat(event.eventId()).matches("[0-9]{56}");
	}

	@Test
	void returnsTheLatestFirstWhenAsked() {
		put("web-1", NOW, "one");
		put("db", NOW + 1, "two");
		put("web-2", NOW + 2, "three");
		FilterLogEventsResponse response = filter((request) -> request.startFromHead(false).limit(2));
		assertThat(messages(response)).containsExactly("three", "two");
		assertThat(messages(filter((request) -> request.nextToken(response.nextToken())))).containsExactly("one");
	}

	@Test
	void findsStreamsByNameOrByPrefixButNotByBoth() {
		put("web-1", NOW, "one");
		put("web-2", NOW, "two");
		put("db", NOW, "three");
		assertThat(messages(filter((request) -> request.logStreamNamePrefix("web")))).containsExactly("one", "two");
		assertThat(messages(filter((request) -> request.logStreamNames("db", "web-2")))).containsExactly("two",
				"three");
		assertThat(
				Clients.refusalOf(() -> filter((request) -> request.logStreamNames("db").logStreamNamePrefix("web"))))
			.contains("InvalidParameterException");
		assertThat(Clients.refusalOf(() -> filter((request) -> request.logStreamNames("none"))))
			.contains("The specified log stream does not exist.");
	}

	@Test
	void theTimeRangeIncludesBothEnds() {
		IntStream.range(0, 5).forEach((i) -> put("db", NOW + i, Integer.toString(i)));
		assertThat(messages(filter((request) -> request.startTime(NOW + 1).endTime(NOW + 3)))).containsExactly("1", "2",
				"3");
	}

	@Test
	void theSdksPaginatorSeesEachMatchOnce() {
		IntStream.range(0, 30).forEach((i) -> put((i % 2 == 0) ? "web-1" : "web-2", NOW + i / 3, "m" + i));
		assertThat(this.client.filterLogEventsPaginator((request) -> request.logGroupName("g").limit(7)).events())
			.extracting(FilteredLogEvent::message)
			.containsExactlyElementsOf(IntStream.range(0, 30).mapToObj((i) -> "m" + i).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "ERROR                | true", "error               | false", "ERROR disk     | true",
					"ERROR network        | false", "\"disk full\"        | true", "\"full disk\"  | false",
					"ERROR -disk          | false", "ERROR -network      | true", "?WARN ?ERROR   | true",
					"?WARN ?INFO          | false", "ERROR ?INFO         | true", "-\"disk full\" | false",
					"\"say \\\"hi\\\"\"  | true", "''                   | true" })
	void matchesTermsAndQuotedTerms(String pattern, boolean matches) {
		put("db", NOW, "ERROR disk full, say \"hi\"");
		assertThat(filter((request) -> request.filterPattern(pattern)).events()).hasSize(matches ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = { "'{ $.level = \"ERROR\" }' | true",
			"'{ $.level = ERROR }' | true", "'{$.level=\"WARN\"}' | false", "'{ $.level = \"E*\" }' | true",
			"'{ $.level != \"WARN\" }' | true", "'{ $.none != \"x\" }' | false",
			"'{ $.exception.type = \"java.*\" }' | true", "'{ $.exception = \"java.*\" }' | false",
			"'{ $.millis > 40 }' | true", "'{ $.millis >= 45 }' | true", "'{ $.millis < 45 }' | false",
			"'{ $.millis <= 45.0 }' | true", "'{ $.millis = 45 }' | true", "'{ $.millis != 45 }' | false",
			"'{ $.message > 1 }' | false", "'{ $.express = true }' | true", "'{ $.message = \"a \\\"b\\\"\" }' | true",
			"'{ $.level = \"ERROR\" && $.millis = 45 }' | true", "'{ $.level = WARN && $.millis = 45 }' | false",
			"'{ $.level = WARN || $.millis = 45 }' | true", "'{ $.level = WARN || $.millis = 4 }' | false" })
	void comparesMembersOfJson(String pattern, boolean matches) {
		put("db", NOW, "no JSON");
		put("db", NOW + 1, "{\"level\":\"ERROR\",\"millis\":45,\"express\":true,\"message\":\"a \\\"b\\\"\","
				+ "\"exception\":{\"type\":\"java.io.IOException\"}}");
		assertThat(filter((request) -> request.filterPattern(pattern)).events()).hasSize(matches ? 1 : 0);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{ $.level = \"ERROR\"", "{ $.a = 1 && $.b = 1 || $.c = 1 }", "{ ($.a = 1) }", "{ $.a = 1 | }",
					"{ $.a IS NULL }", "{ $.a[0] = 1 }", "{ $.a = 1 && }", "{ }", "[ip, user]", "%E[A-Z]+%", "\"open" })
	void refusesPatternsItDoesNotKnow(String pattern) {
		assertThat(Clients.refusalOf(() -> filter((request) -> request.filterPattern(pattern))))
			.startsWith("400 InvalidParameterException: Invalid filter pattern");
	}

	private void put(String stream, long timestamp, String message) {
		this.client.putLogEvents((request) -> request.logGroupName("g")
			.logStreamName(stream)
			.logEvents(Clients.event(timestamp, message)));
	}

	private FilterLogEventsResponse filter(UnaryOperator<FilterLogEventsRequest.Builder> request) {
		return this.client.filterLogEvents(request.apply(FilterLogEventsRequest.builder().logGroupName("g")).build());
	}

	private static List<String> messages(FilterLogEventsResponse response) {
		return response.events().stream().map(FilteredLogEvent::message).toList();
	}

}
