package io.github.cloudwatchlogging.sample.request;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the request's id and its tenant into the MDC while the request is handled, and the
 * id into the response. A caller's value is taken only if it is short and plain.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestContextMdcFilter extends OncePerRequestFilter {

	static final String REQUEST_ID_HEADER = "X-Request-Id";

	static final String TENANT_HEADER = "X-Tenant";

	private static final String REQUEST_ID = "requestId";

	private static final String TENANT = "tenant";

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String requestId = plainHeader(request, REQUEST_ID_HEADER);
		requestId = (requestId != null) ? requestId : UUID.randomUUID().toString();
		String tenant = plainHeader(request, TENANT_HEADER);
		response.setHeader(REQUEST_ID_HEADER, requestId);
		try {
			MDC.put(REQUEST_ID, requestId);
			if (tenant != null) {
				MDC.put(TENANT, tenant);
			}
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(REQUEST_ID);
			MDC.remove(TENANT);
		}
	}

	private static @Nullable String plainHeader(HttpServletRequest request, String name) {
		String value = request.getHeader(name);
		return (value != null && PLAIN.matcher(value).matches()) ? value : null;
	}

}
