package io.github.cloudwatchlogging.sample.received;

import io.github.cloudwatchlogging.sample.SampleTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleTest
@ActiveProfiles("aws")
@TestPropertySource(properties = "cloudwatch.logs.enabled=false")
class ReceivedFromRealServiceTests {

	@Test
	void onlyTheEmbeddedServerCanBeAsked(@Autowired RestTestClient client) {
		client.get()
			.uri("/received")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isNotEmpty();
	}

}
