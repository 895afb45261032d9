package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * A disk with as many bytes as a test leaves on it. What does not fit is written in part,
 * and then refused, as by a real one. Thread-safe.
 */
final class SmallDisk implements FileOpener {

	private long left = Long.MAX_VALUE;

	synchronized void leave(long bytes) {
		this.left = bytes;
	}

	private synchronized int write(WritableByteChannel file, ByteBuffer source) throws IOException {
		if (this.left == 0) {
			throw new IOException("No space left on device");
		}
		int length = (int) Math.min(source.remaining(), this.left);
		int written = file.write(source.slice().limit(length));
		source.position(source.position() + written);
		this.left -= written;
		return written;
	}

	@Override
	public WritableByteChannel create(Path path) throws IOException {
		WritableByteChannel file = REAL.create(path);
		return new WritableByteChannel() {

			@Override
			public int write(ByteBuffer source) throws IOException {
				return SmallDisk.this.write(file, source);
			}

			@Override
			public boolean isOpen() {
				return file.isOpen();
			}

			@Override
			public void close() throws IOException {
				file.close();
			}
		};
	}

}
