package io.github.cloudwatchlogging.test;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import io.github.cloudwatchlogging.test.api.Account;
import io.github.cloudwatchlogging.test.api.LogsService;
import io.github.cloudwatchlogging.test.contract.Retention;
import io.github.cloudwatchlogging.test.fault.FaultPlan;
import io.github.cloudwatchlogging.test.http.LoopbackHttpServer;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.journal.RequestJournal;
import io.github.cloudwatchlogging.test.quota.Quotas;
import io.github.cloudwatchlogging.test.quota.TokenBuckets;
import io.github.cloudwatchlogging.test.store.LogGroup;
import io.github.cloudwatchlogging.test.store.LogStore;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;

/**
 * An Amazon CloudWatch Logs server in this JVM, on 127.0.0.1, for tests. It enforces the
 * service's rules, refuses in the service's words, and goes wrong as its {@link #faults()
 * fault plan} says. Any client of the service can talk to it, with any key. Thread-safe.
 *
 * <pre>{@code
 * try (EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start()) {
 *     CloudWatchLogsClient client = CloudWatchLogsClient.builder()
 *         .endpointOverride(server.endpoint())
 *         .region(Region.of(server.region()))
 *         ...
 *     server.faults().on("PutLogEvents").times(3).throttle();
 *     ...
 *     assertThat(server.events("group", "stream")).hasSize(1);
 * }
 * }</pre>
 */
public final class EmbeddedCloudWatchLogs implements AutoCloseable {

	private static final String ACCOUNT_ID = "000000000000";

	private final LogStore store = new LogStore();

	private final RequestJournal journal = new RequestJournal();

	private final FaultPlan faults = new FaultPlan();

	private final String region;

	private final InstantSource clock;

	private final TokenBuckets buckets;

	private final LoopbackHttpServer http;

	EmbeddedCloudWatchLogs(int port, String region, InstantSource clock, Quotas quotas) {
		this.region = region;
		this.clock = clock;
		this.buckets = new TokenBuckets(quotas, clock);
		this.http = new LoopbackHttpServer(port, new LogsService(this.store, new Account(region, ACCOUNT_ID), clock,
				this.buckets, this.faults, this.journal));
		this.http.start();
	}

	/**
	 * Starts a server on any free port, by the system's clock, without quotas.
	 * @return the running server
	 */
	public static EmbeddedCloudWatchLogs start() {
		return builder().start();
	}

	/**
	 * Describes a server.
	 * @return a builder
	 */
	public static EmbeddedCloudWatchLogsBuilder builder() {
		return new EmbeddedCloudWatchLogsBuilder();
	}

	/**
	 * Returns the address for a client's endpoint override. It stays the same over
	 * {@link #stop()} and {@link #restart()}.
	 * @return the address
	 */
	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.http.port());
	}

	/**
	 * Returns the Region that appears in ARNs. Clients may name any other.
	 * @return the Region, {@code us-east-1} unless built with another
	 */
	public String region() {
		return this.region;
	}

	/**
	 * Returns an access key for clients that need one. Any other is as good.
	 * @return the key
	 */
	public String accessKey() {
		return "test-access-key";
	}

	/**
	 * Returns the secret key that goes with {@link #accessKey()}.
	 * @return the key
	 */
	public String secretKey() {
		return "test-secret-key";
	}

	/**
	 * Returns all stored events, stream by stream in order of names, and in each stream
	 * as CloudWatch Logs shows them: by time, and those of one millisecond as they
	 * arrived.
	 * @return a copy
	 */
	public List<ReceivedEvent> events() {
		List<ReceivedEvent> events = new ArrayList<>();
		forEachEvent(events::add);
		events.sort(Comparator.comparing(ReceivedEvent::group)
			.thenComparing(ReceivedEvent::stream)
			.thenComparingLong(ReceivedEvent::timestamp));
		return Collections.unmodifiableList(events);
	}

	/**
	 * Returns the events of a stream by time, and those of one millisecond as they
	 * arrived.
	 * @param group the group's name
	 * @param stream the stream's name
	 * @return a copy; empty where there is no such group or stream
	 */
	public List<ReceivedEvent> events(String group, String stream) {
		List<ReceivedEvent> events = new ArrayList<>();
		this.store.findStream(group, stream).ifPresent((found) -> found.forEach(events::add));
		events.sort(Comparator.comparingLong(ReceivedEvent::timestamp));
		return Collections.unmodifiableList(events);
	}

	/**
	 * Visits all stored events as they arrived, stream by stream, without copying them
	 * all. Events that arrive meanwhile may be missed.
	 * @param consumer what visits them, on the caller's thread
	 */
	public void forEachEvent(Consumer<ReceivedEvent> consumer) {
		this.store.forEachEvent(consumer);
	}

	/**
	 * Returns the number of stored events. Costs no more than a look at each stream.
	 * @return the number
	 */
	public long eventCount() {
		return this.store.eventCount();
	}

	/**
	 * Returns the requests, refused ones included, in the order in which their answers
	 * were decided. A request is there before its client has the answer.
	 * @return a copy
	 */
	public List<RecordedRequest> requests() {
		return this.journal.requests();
	}

	/**
	 * Returns the requests of one operation.
	 * @param operation the operation, for instance {@code PutLogEvents}
	 * @return a copy
	 */
	public List<RecordedRequest> requests(String operation) {
		return requests().stream().filter((request) -> request.operation().equals(operation)).toList();
	}

	/**
	 * Returns the groups with what is set on them.
	 * @return the groups by name
	 */
	public List<LogGroup> groups() {
		return this.store.groups();
	}

	/**
	 * Returns the names of a group's streams.
	 * @param group the group's name
	 * @return the names in order; empty where there is no such group
	 */
	public List<String> streams(String group) {
		return this.store.streamNames(group);
	}

	/**
	 * Creates a group on which nothing is set, without a request.
	 * @param name the name; it is not checked
	 */
	public void createLogGroup(String name) {
		this.store.createGroup(LogGroup.named(name, this.clock.millis()));
	}

	/**
	 * Creates a stream, without a request.
	 * @param group the group's name
	 * @param stream the stream's name; it is not checked
	 */
	public void createLogStream(String group, String stream) {
		this.store.createStream(group, stream, this.clock.millis());
	}

	/**
	 * Sets how long a group keeps events, without a request.
	 * @param group the group's name
	 * @param days the days, one of the service's values
	 */
	public void putRetentionPolicy(String group, int days) {
		Retention.check(days);
		this.store.updateGroup(group, (before) -> before.withRetention(days));
	}

	/**
	 * Deletes a group with its streams and events, without a request and even if it is
	 * protected.
	 * @param name the group's name
	 */
	public void deleteLogGroup(String name) {
		this.store.deleteGroup(name);
	}

	/**
	 * Deletes a stream with its events, without a request.
	 * @param group the group's name
	 * @param stream the stream's name
	 */
	public void deleteLogStream(String group, String stream) {
		this.store.deleteStream(group, stream);
	}

	/**
	 * Returns what goes wrong.
	 * @return the fault plan
	 */
	public FaultPlan faults() {
		return this.faults;
	}

	/**
	 * Makes the server as new: no groups, no records, no faults, full quotas. A stopped
	 * server stays stopped.
	 */
	public void clear() {
		this.faults.reset();
		this.store.clear();
		this.journal.clear();
		this.buckets.refill();
	}

	/**
	 * Refuses connections from now on and ends the open ones; requests that were being
	 * handled have ended when this returns. Groups, events and records are kept, and so
	 * is the port.
	 */
	public void stop() {
		this.http.stop();
	}

	/**
	 * Listens again on the same port. A running server drops its connections first.
	 */
	public void restart() {
		stop();
		this.http.start();
	}

	/**
	 * Returns how many connections clients have open.
	 * @return their number
	 */
	public int connectionCount() {
		return this.http.connectionCount();
	}

	/**
	 * Returns whether the server accepts connections.
	 * @return whether it does
	 */
	public boolean isRunning() {
		return this.http.isRunning();
	}

	/**
	 * Stops and gives the port back. The records can still be read.
	 */
	@Override
	public void close() {
		this.http.close();
	}

}
