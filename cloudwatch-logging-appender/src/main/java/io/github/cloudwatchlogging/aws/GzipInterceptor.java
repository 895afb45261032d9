package io.github.cloudwatchlogging.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;

/**
 * Compresses the body of PutLogEvents before it is signed. The service takes that, as
 * AWS's own CloudWatch agent relies on, but its API model does not say so, and therefore
 * the SDK does not do it. At the fastest level: the higher ones cost more than they save.
 */
final class GzipInterceptor implements ExecutionInterceptor {

	private static final ExecutionAttribute<Integer> LENGTH = new ExecutionAttribute<>("CompressedLength");

	private static final int BUFFER_BYTES = 8 * 1024;

	// The SDK asks for the content first, and for the headers after that.
	@Override
	public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		RequestBody plain = context.requestBody().orElse(null);
		if (plain == null || !(context.request() instanceof PutLogEventsRequest)) {
			return context.requestBody();
		}
		byte[] compressed = compressed(plain);
		attributes.putAttribute(LENGTH, compressed.length);
		return Optional.of(RequestBody.fromBytes(compressed));
	}

	@Override
	public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		Integer length = attributes.getAttribute(LENGTH);
		return (length == null) ? context.httpRequest()
				: context.httpRequest()
					.toBuilder()
					.putHeader("Content-Encoding", "gzip")
					.putHeader("Content-Length", length.toString())
					.build();
	}

	private static byte[] compressed(RequestBody body) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
		try (InputStream plain = body.contentStreamProvider().newStream(); OutputStream gzip = new FastGzip(bytes)) {
			plain.transferTo(gzip);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static final class FastGzip extends GZIPOutputStream {

		FastGzip(OutputStream target) throws IOException {
			super(target, BUFFER_BYTES);
			this.def.setLevel(Deflater.BEST_SPEED);
		}

	}

}
