package io.github.cloudwatchlogging.spool;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * What a batch file says of its batch. Of the header's 4,096 bytes, all little-endian,
 * the first 40 are those of {@link BatchFileLayout}; this record follows, and its
 * checksum comes before it.
 *
 * @param destination where the events go
 * @param owner the process that wrote it, for people
 * @param batchNumber a number that no other batch has
 * @param sequence its place among the batches of its owner
 * @param createdMillis when it was opened, in milliseconds since the epoch
 */
record BatchFileHeader(Destination destination, String owner, long batchNumber, long sequence, long createdMillis) {

	byte[] encode() {
		byte[] group = utf8(this.destination.group());
		byte[] stream = utf8(this.destination.stream());
		byte[] ownerName = utf8(this.owner);
		ByteBuffer encoded = ByteBuffer
			.allocate(3 * Long.BYTES + 3 * Short.BYTES + group.length + stream.length + ownerName.length)
			.order(ByteOrder.LITTLE_ENDIAN);
		encoded.putLong(this.batchNumber).putLong(this.sequence).putLong(this.createdMillis);
		for (byte[] text : new byte[][] { group, stream, ownerName }) {
			encoded.putShort((short) text.length).put(text);
		}
		return encoded.array();
	}

	/**
	 * Returns the header, or {@code null} if the bytes are none.
	 */
	static @Nullable BatchFileHeader decode(byte[] encoded) {
		ByteBuffer buffer = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
		try {
			long batchNumber = buffer.getLong();
			long sequence = buffer.getLong();
			long createdMillis = buffer.getLong();
			Destination destination = new Destination(text(buffer), text(buffer));
			return new BatchFileHeader(destination, text(buffer), batchNumber, sequence, createdMillis);
		}
		catch (BufferUnderflowException ex) {
			return null;
		}
	}

	static int checksum(byte[] encoded) {
		CRC32C crc = new CRC32C();
		crc.update(encoded);
		return (int) crc.getValue();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(ByteBuffer buffer) {
		byte[] text = new byte[Math.min(Short.toUnsignedInt(buffer.getShort()), buffer.remaining())];
		buffer.get(text);
		return new String(text, StandardCharsets.UTF_8);
	}

}
