package io.github.cloudwatchlogging.test;

import java.time.InstantSource;

import io.github.cloudwatchlogging.test.quota.Quotas;

/**
 * Describes an {@link EmbeddedCloudWatchLogs} server. Not thread-safe.
 */
public final class EmbeddedCloudWatchLogsBuilder {

	private int port;

	private String region = "us-east-1";

	private InstantSource clock = InstantSource.system();

	private Quotas quotas = Quotas.none();

	EmbeddedCloudWatchLogsBuilder() {
	}

	/**
	 * Chooses the port.
	 * @param number the port, or 0 for any free one, which is the default
	 * @return this
	 */
	public EmbeddedCloudWatchLogsBuilder port(int number) {
		this.port = number;
		return this;
	}

	/**
	 * Chooses the Region that appears in ARNs.
	 * @param name the Region, {@code us-east-1} by default
	 * @return this
	 */
	public EmbeddedCloudWatchLogsBuilder region(String name) {
		this.region = name;
		return this;
	}

	/**
	 * Chooses the clock that decides which events are too old or too new, when events
	 * were ingested, and when quotas are filled. Delays of the fault plan are real time.
	 * @param source the clock, for instance any {@link java.time.Clock}
	 * @return this
	 */
	public EmbeddedCloudWatchLogsBuilder clock(InstantSource source) {
		this.clock = source;
		return this;
	}

	/**
	 * Chooses the quotas.
	 * @param limits the quotas, none by default
	 * @return this
	 */
	public EmbeddedCloudWatchLogsBuilder quotas(Quotas limits) {
		this.quotas = limits;
		return this;
	}

	/**
	 * Starts the server.
	 * @return the running server
	 */
	public EmbeddedCloudWatchLogs start() {
		return new EmbeddedCloudWatchLogs(this.port, this.region, this.clock, this.quotas);
	}

}
