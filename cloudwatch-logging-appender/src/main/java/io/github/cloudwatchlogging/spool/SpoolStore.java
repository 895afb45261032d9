package io.github.cloudwatchlogging.spool;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.batch.BatchStore;
import io.github.cloudwatchlogging.batch.EventRecords;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;

/**
 * Keeps batches in files, and in memory while no file can be had. Thread-safe.
 */
final class SpoolStore implements BatchStore {

	private final SpoolFiles files;

	private final BatchStore memory;

	private final String owner;

	private final long firstNumber;

	private final InstantSource clock;

	private final AtomicLong sequence = new AtomicLong();

	SpoolStore(SpoolFiles files, BatchStore memory, String owner, long firstNumber, InstantSource clock) {
		this.files = files;
		this.memory = memory;
		this.owner = owner;
		this.firstNumber = firstNumber;
		this.clock = clock;
	}

	@Override
	public EventRecords open(Destination destination) {
		return new SpooledRecords(destination, this, this.files, this.memory);
	}

	@Override
	public void prepare(MessageBytes message) {
		message.crc32c();
	}

	BatchFileHeader newHeader(Destination destination) {
		long number = this.sequence.incrementAndGet();
		return new BatchFileHeader(destination, this.owner, Checksum.mix(this.firstNumber + number), number,
				this.clock.millis());
	}

}
