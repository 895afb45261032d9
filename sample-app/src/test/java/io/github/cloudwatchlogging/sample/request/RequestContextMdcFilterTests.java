package io.github.cloudwatchlogging.sample.request;

import java.util.Map;

import io.github.cloudwatchlogging.sample.CapturedLog;
import io.github.cloudwatchlogging.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class RequestContextMdcFilterTests {

	@RegisterExtension
	private final CapturedLog log = new CapturedLog();

	private final RestTestClient client;

	RequestContextMdcFilterTests(@Autowired RestTestClient client) {
		this.client = client;
	}

	@Test
	void whatIsLoggedDuringARequestHoldsItsIdAndItsTenant() {
		assertThat(logDuringRequest("req-42", "acme")).isEqualTo("req-42");
		assertThat(mdc()).containsEntry("requestId", "req-42").containsEntry("tenant", "acme");
	}

	@Test
	void aRequestWithoutAnIdIsGivenOne() {
		String given = logDuringRequest("", "");
		assertThat(given).hasSize(36);
		assertThat(mdc()).containsEntry("requestId", given).doesNotContainKey("tenant");
	}

	@Test
	void anIdThatIsNotPlainIsReplaced() {
		assertThat(logDuringRequest("a\"b=c", "x".repeat(65))).hasSize(36);
		assertThat(mdc()).doesNotContainKey("tenant");
	}

	@Test
	void nothingIsLeftOnTheThread() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader(RequestContextMdcFilter.TENANT_HEADER, "acme");
		new RequestContextMdcFilter().doFilter(request, new MockHttpServletResponse(),
				(req, res) -> assertThat(MDC.get("tenant")).isEqualTo("acme"));
		assertThat(MDC.get("requestId")).isNull();
		assertThat(MDC.get("tenant")).isNull();
	}

	private String logDuringRequest(String requestId, String tenant) {
		HttpHeaders headers = this.client.post()
			.uri("/orders")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"customer": "Ada", "item": "tea", "quantity": 1}""")
			.header(RequestContextMdcFilter.REQUEST_ID_HEADER, requestId)
			.header(RequestContextMdcFilter.TENANT_HEADER, tenant)
			.exchange()
			.expectStatus()
			.isCreated()
			.returnResult()
			.getResponseHeaders();
		return String.valueOf(headers.getFirst(RequestContextMdcFilter.REQUEST_ID_HEADER));
	}

	private Map<String, String> mdc() {
		return this.log.only("Order").getMDCPropertyMap();
	}

}
