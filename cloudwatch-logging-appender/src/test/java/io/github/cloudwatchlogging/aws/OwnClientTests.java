package io.github.cloudwatchlogging.aws;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cloudwatchlogging.delivery.OwnThread;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * {@link OwnClient} and {@link ClientSettings}.
 */
class OwnClientTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final StaticCredentials CREDENTIALS = new StaticCredentials("key", "secret", null);

	private static final ClientSettings SETTINGS = new ClientSettings("eu-central-1", URI.create("http://127.0.0.1:1"),
			CREDENTIALS, LONG);

	@Test
	void theClientIsBuiltOnceAndAnewAfterItWasClosed() {
		AtomicInteger built = new AtomicInteger();
		OwnClient source = new OwnClient(SETTINGS, (builder) -> built.incrementAndGet());
		source.close();
		assertThat(built).hasValue(0);
		CloudWatchLogsClient first = source.client();
		assertThat(source.client()).isSameAs(first);
		source.close();
		CloudWatchLogsClient second = source.client();
		assertThat(second).isNotSameAs(first);
		assertThat(built).hasValue(2);
		source.close();
	}

	@Test
	void aClientThatCannotBeBuiltIsBuiltLater() {
		AtomicInteger attempts = new AtomicInteger();
		OwnClient source = new OwnClient(SETTINGS, (builder) -> {
			if (attempts.incrementAndGet() == 1) {
				throw new IllegalStateException("not yet");
			}
		});
		assertThatThrownBy(source::client).hasMessage("not yet");
		assertThat(source.client()).isNotNull();
		source.close();
	}

	@Test
	void closingDoesNotWaitForAClientThatIsBeingBuilt() throws InterruptedException {
		CountDownLatch building = new CountDownLatch(1);
		CountDownLatch lookUp = new CountDownLatch(1);
		OwnClient source = new OwnClient(SETTINGS, (builder) -> {
			building.countDown();
			awaitUninterruptibly(lookUp);
		});
		CompletableFuture<CloudWatchLogsClient> client = OwnThread.supply(source::client);
		building.await();
		CompletableFuture<Void> closing = OwnThread.run(source::close);
		try {
			assertThat(closing).succeedsWithin(Duration.ofSeconds(5));
		}
		finally {
			lookUp.countDown();
		}
		assertThat(client).as("a client that nobody would close").failsWithin(LONG);
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void anEmptyPlaceholderForTheSessionTokenMeansNone() {
		assertThat(StaticCredentials.of("a", "b", "")).isEqualTo(new StaticCredentials("a", "b", null));
		assertThat(StaticCredentials.of("a", "b", "c")).isEqualTo(new StaticCredentials("a", "b", "c"));
		assertThat(StaticCredentials.of("", "", "c")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:4566", "/path", "ftp://host", "http:///path", "http://under_score:4566" })
	void anEndpointThatNamesNoHostIsRefused(String endpoint) {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> new ClientSettings(null, URI.create(endpoint), null, LONG))
			.withMessageStartingWith("endpoint = '" + endpoint + "': ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:4566", "HTTPS://logs.eu-central-1.amazonaws.com", "http://[::1]:4566" })
	void anEndpointWithAHostIsTaken(String endpoint) {
		assertThat(new ClientSettings(null, URI.create(endpoint), null, LONG).endpoint())
			.isEqualTo(URI.create(endpoint));
	}

	@Test
	void halfACredentialIsRefusedAndNoneIsNone() {
		assertThat(StaticCredentials.of(null, null, null)).isNull();
		assertThat(StaticCredentials.of("key", "secret", null)).isEqualTo(CREDENTIALS);
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> StaticCredentials.of("key", null, null))
			.withMessageStartingWith("credentials.secret-key = ''");
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> StaticCredentials.of(null, "secret", null))
			.withMessageStartingWith("credentials.access-key = ''")
			.withMessageNotContaining("'secret'");
	}

	@Test
	void credentialsAreNeverShown() {
		StaticCredentials credentials = new StaticCredentials("the-key", "the-secret", "the-token");
		assertThat(new ClientSettings(null, null, credentials, LONG).toString()).doesNotContain("the-");
	}

}
