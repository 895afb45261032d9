package io.github.cloudwatchlogging.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@link Metadata}, from servers and files as the platforms have them.
 */
class MetadataTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@TempDir
	private Path root;

	@AutoClose
	private final PlatformServer ec2 = PlatformServer.ec2();

	@AutoClose
	private final PlatformServer ecs = PlatformServer.ecs();

	private final Map<String, String> settings = new ConcurrentHashMap<>();

	private final List<Thread> readers = new CopyOnWriteArrayList<>();

	private final Map<String, String> unknown = new ConcurrentHashMap<>();

	@ParameterizedTest
	@CsvSource({ "ec2:instance-id,i-1234567890abcdef0", "region,eu-west-1", "account,123456789012",
			"instance,i-1234567890abcdef0" })
	void ofAnInstanceComeFromItsIdentityDocument(String variable, String expected) throws Exception {
		runOnEc2();
		assertThat(metadata(LONG).await(variable)).isEqualTo(expected);
		assertThat(this.ec2.requests()).containsExactly("PUT /latest/api/token",
				"GET /latest/dynamic/instance-identity/document");
	}

	@ParameterizedTest
	@CsvSource({ "ecs:cluster,default", "ecs:task-id,cd189a933e5849daa9", "ecs:container,curl", "region,us-west-2",
			"account,111122223333", "instance,cd189a933e5849daa9" })
	void ofATaskComeFromItsContainersLabels(String variable, String expected) throws Exception {
		runOnEcs();
		runOnEc2();
		assertThat(metadata(LONG).await(variable)).isEqualTo(expected);
		assertThat(this.ecs.requests()).containsExactly("GET /v4/container-1");
	}

	@Test
	void ofAPodComeFromItsEnvironment() throws Exception {
		this.settings.put("POD_NAME", "orders-7d9f8-x2x4z");
		this.settings.put("POD_NAMESPACE", "shop");
		assertThat(metadata(LONG).await("k8s:pod")).isEqualTo("orders-7d9f8-x2x4z");
		assertThat(metadata(LONG).await("k8s:namespace")).isEqualTo("shop");
		assertThat(metadata(LONG).await("instance")).isEqualTo("orders-7d9f8-x2x4z");
	}

	@Test
	void ofAPodComeFromFilesOfTheDownwardApi() throws Exception {
		write("etc/podinfo/name", "orders-1\n");
		write("etc/podinfo/namespace", "shop\n");
		write("var/run/secrets/kubernetes.io/serviceaccount/namespace", "of-the-account");
		assertThat(metadata(LONG).await("k8s:pod")).isEqualTo("orders-1");
		assertThat(metadata(LONG).await("k8s:namespace")).isEqualTo("shop");
	}

	@Test
	void ofAPodThatSaysNothingComeFromItsHostNameAndItsAccount() throws Exception {
		this.settings.put("HOSTNAME", "orders-2");
		this.settings.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
		write("var/run/secrets/kubernetes.io/serviceaccount/namespace", "of-the-account");
		assertThat(metadata(LONG).await("k8s:pod")).isEqualTo("orders-2");
		assertThat(metadata(LONG).await("k8s:namespace")).isEqualTo("of-the-account");
	}

	@Test
	void aHostNameAloneMakesNoPod() throws Exception {
		this.settings.put("HOSTNAME", "laptop");
		assertThat(metadata(LONG).await("k8s:pod")).isNull();
		assertThat(this.unknown).containsOnlyKeys("k8s:pod");
	}

	@Test
	void whatOnePlatformKnowsIsNotAskedOfTheNext() throws Exception {
		this.settings.put("POD_NAME", "orders-1");
		this.ecs.hanging();
		runOnEcs();
		assertThat(metadata(LONG).await("instance")).isEqualTo("orders-1");
	}

	@Test
	void nothingIsReadThatNobodyAsksFor() {
		runOnEc2();
		runOnEcs();
		Metadata metadata = metadata(LONG);
		metadata.read(Set.of());
		metadata.read(Set.of("ecs:cluster"));
		await().until(() -> metadata.isDecided("ecs:cluster"));
		assertThat(this.ec2.requests()).isEmpty();
		assertThat(this.ecs.requests()).hasSize(1);
	}

	@Test
	void isReadWhileNobodyWaits() throws Exception {
		this.ec2.hanging();
		runOnEc2();
		Metadata metadata = metadata(LONG);
		metadata.read(Set.of("ec2:instance-id"));
		assertThat(metadata.isDecided("ec2:instance-id")).isFalse();
		this.ec2.goOn();
		await().until(() -> metadata.isDecided("ec2:instance-id"));
		assertThat(metadata.await("ec2:instance-id")).isEqualTo("i-1234567890abcdef0");
	}

	@Test
	void isReadAgainAfterAFailure() throws Exception {
		this.ec2.failing(2);
		runOnEc2();
		assertThat(metadata(LONG).await("ec2:instance-id")).isEqualTo("i-1234567890abcdef0");
		assertThat(this.unknown).isEmpty();
	}

	@Test
	void isReadAgainAfterACallThatHung() throws Exception {
		this.ecs.hanging();
		runOnEcs();
		Metadata metadata = metadata(LONG);
		metadata.read(Set.of("ecs:cluster"));
		await().until(() -> this.ecs.requests().size() >= 2);
		this.ecs.goOn();
		assertThat(metadata.await("ecs:cluster")).isEqualTo("default");
	}

	@Test
	void aPlatformThatNeverAnswersIsNotWaitedForLongerThanAllowed() throws Exception {
		this.ec2.hanging();
		runOnEc2();
		Metadata metadata = metadata(Duration.ofMillis(200));
		assertThat(metadata.await("ec2:instance-id")).isNull();
		assertThat(metadata.await("instance")).isEqualTo("laptop");
		assertThat(this.unknown).containsOnlyKeys("ec2:instance-id");
		assertThat(this.unknown.get("ec2:instance-id")).isEqualTo("EC2: it does not answer");
	}

	@Test
	void whatAVariableHasComeToStays() throws Exception {
		this.ec2.hanging();
		runOnEc2();
		Metadata metadata = metadata(Duration.ZERO);
		assertThat(metadata.await("ec2:instance-id")).isNull();
		this.ec2.goOn();
		for (Thread reader : this.readers) {
			reader.join();
		}
		assertThat(metadata.await("instance")).isEqualTo("i-1234567890abcdef0");
		assertThat(metadata.await("ec2:instance-id")).isNull();
	}

	@Test
	void aServiceThatFailsForGoodLeavesItsReason() throws Exception {
		this.ec2.failing(Integer.MAX_VALUE);
		runOnEc2();
		assertThat(metadata(Duration.ofMillis(300)).await("ec2:instance-id")).isNull();
		assertThat(this.unknown.get("ec2:instance-id")).contains("PUT /latest/api/token was answered with status 503");
	}

	@Test
	void anAddressThatIsNoneLeavesItsReason() throws Exception {
		this.settings.put("ECS_CONTAINER_METADATA_URI_V4", "file:/etc/passwd");
		assertThat(metadata(LONG).await("ecs:cluster")).isNull();
		assertThat(this.unknown.get("ecs:cluster")).startsWith("ECS: java.lang.");
	}

	@Test
	void aServiceThatHasNothingIsNotAskedAgain() throws Exception {
		try (PlatformServer other = PlatformServer.without()) {
			this.settings.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", other.uri().toString());
			assertThat(metadata(LONG).await("account")).isNull();
			assertThat(this.unknown.get("account")).isEqualTo("ECS: it has none; EC2: it has none");
			assertThat(other.requests()).containsExactly("PUT /latest/api/token");
		}
	}

	@Test
	void whoTurnsTheInstanceMetadataOffIsObeyed() throws Exception {
		runOnEc2();
		this.settings.put("AWS_EC2_METADATA_DISABLED", "true");
		assertThat(metadata(LONG).await("ec2:instance-id")).isNull();
		assertThat(this.ec2.requests()).isEmpty();
	}

	@Test
	void severalThreadsThatWaitGetTheSame() throws Exception {
		this.ec2.hanging();
		runOnEc2();
		Metadata metadata = metadata(LONG);
		Map<Thread, String> values = new ConcurrentHashMap<>();
		List<Thread> threads = List.of(new Thread(() -> put(values, metadata)),
				new Thread(() -> put(values, metadata)));
		threads.forEach(Thread::start);
		await().until(() -> !this.ec2.requests().isEmpty());
		this.ec2.goOn();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(values.values()).containsExactly("eu-west-1", "eu-west-1");
		assertThat(this.ec2.requests()).hasSize(2);
	}

	private static void put(Map<Thread, String> values, Metadata metadata) {
		try {
			values.put(Thread.currentThread(), String.valueOf(metadata.await("region")));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void runOnEc2() {
		this.settings.put("aws.ec2MetadataServiceEndpoint", this.ec2.uri().toString());
		this.settings.remove("AWS_EC2_METADATA_DISABLED");
	}

	private void runOnEcs() {
		this.settings.put("ECS_CONTAINER_METADATA_URI_V4", this.ecs.uri().toString());
	}

	private void write(String file, String text) throws IOException {
		Path path = this.root.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

	private Metadata metadata(Duration timeout) {
		Map<String, String> withoutTheRealOnes = new HashMap<>(Map.of("ECS_CONTAINER_METADATA_URI_V4", "",
				"AWS_EC2_METADATA_DISABLED", "", "KUBERNETES_SERVICE_HOST", "", "POD_NAME", "", "POD_NAMESPACE", ""));
		if (!this.settings.containsKey("aws.ec2MetadataServiceEndpoint")
				&& !this.settings.containsKey("AWS_EC2_METADATA_SERVICE_ENDPOINT")) {
			withoutTheRealOnes.put("AWS_EC2_METADATA_DISABLED", "true");
		}
		withoutTheRealOnes.putAll(this.settings);
		Environment environment = new Environment(withoutTheRealOnes::get);
		return new Metadata(List.of(new KubernetesSource(environment, this.root), new EcsSource(environment),
				new Ec2Source(environment)), MetadataTests::hostName, timeout, this::start, this.unknown::put);
	}

	private static @Nullable String hostName(String variable) {
		return variable.equals("instance") ? "laptop" : null;
	}

	private void start(Runnable work, String name) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		this.readers.add(thread);
		thread.start();
	}

}
