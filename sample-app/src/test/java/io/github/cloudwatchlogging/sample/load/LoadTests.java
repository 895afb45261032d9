package io.github.cloudwatchlogging.sample.load;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.sample.CapturedLog;
import io.github.cloudwatchlogging.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class LoadTests {

	@RegisterExtension
	private final CapturedLog log = new CapturedLog();

	private final RestTestClient client;

	LoadTests(@Autowired RestTestClient client) {
		this.client = client;
	}

	@Test
	void eventsAreNumberedInOrder() {
		LoadReport report = load("/load?events=100");
		assertThat(report.logged()).isEqualTo(100);
		assertThat(report.longestCallMicros()).isPositive();
		assertThat(numbersOf(report)).containsExactlyElementsOf(numbersTo(100));
	}

	@Test
	void severalThreadsLogEachNumberOnce() {
		LoadReport report = load("/load?events=1000&threads=4");
		assertThat(numbersOf(report)).containsExactlyInAnyOrderElementsOf(numbersTo(1000));
	}

	@Test
	void theEventsOfOtherThreadsHoldTheRequestIdToo() {
		load("/load?events=100&threads=4&rate=1000");
		assertThat(this.log.all("Load event"))
			.allSatisfy((event) -> assertThat(event.getMDCPropertyMap()).containsKey("requestId"));
	}

	@Test
	void theRateIsKept() {
		assertThat(load("/load?events=11&rate=100").tookMillis()).isGreaterThanOrEqualTo(100);
	}

	@Test
	void anImpossibleLoadIsRefused() {
		this.client.post()
			.uri("/load?events=-1")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("events=-1 is not between 0 and 10000000");
	}

	private LoadReport load(String uri) {
		LoadReport report = this.client.post()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(LoadReport.class)
			.returnResult()
			.getResponseBody();
		return Objects.requireNonNull(report);
	}

	private List<Integer> numbersOf(LoadReport report) {
		return this.log.all("Load event")
			.stream()
			.map((event) -> LoadEvent.in(event.getFormattedMessage()))
			.filter(Objects::nonNull)
			.filter((event) -> event.run().equals(report.run()))
			.map(LoadEvent::seq)
			.toList();
	}

	private static List<Integer> numbersTo(int end) {
		return IntStream.range(0, end).boxed().toList();
	}

}
