package io.github.cloudwatchlogging.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Stands still until told otherwise.
 */
final class TestClock implements InstantSource {

	static final Instant START = Instant.parse("2026-06-15T12:00:00Z");

	private volatile Instant now = START;

	@Override
	public Instant instant() {
		return this.now;
	}

	void set(Instant instant) {
		this.now = instant;
	}

	void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

}
