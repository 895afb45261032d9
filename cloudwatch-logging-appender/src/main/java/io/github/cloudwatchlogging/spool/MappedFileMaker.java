package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files of a batch's size. They are written full of zeros before they are mapped: a
 * full disk is an answer then, where a file with holes would lose stores without a word.
 * Not thread-safe.
 */
final class MappedFileMaker implements SpoolFiles.FileMaker {

	static final String SUFFIX = ".batch";

	/**
	 * A file that is not full of zeros yet.
	 */
	static final String UNFINISHED_SUFFIX = ".new";

	private static final int PAGE_BYTES = 4096;

	private final OwnerDirectory owner;

	private final boolean synced;

	private final int fileBytes;

	private final ByteBuffer zeros = ByteBuffer.allocateDirect(64 * 1024);

	private long number;

	MappedFileMaker(OwnerDirectory owner, int batchBytes, boolean synced) {
		this.owner = owner;
		this.fileBytes = BatchFileLayout.fileBytes(batchBytes);
		this.synced = synced;
	}

	@Override
	public SpoolFile make() throws IOException {
		Path directory = this.owner.path();
		this.number++;
		Path unfinished = directory.resolve(this.number + UNFINISHED_SUFFIX);
		Path path = directory.resolve(this.number + SUFFIX);
		try (FileChannel channel = FileChannel.open(unfinished,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
				PosixFilePermissions.asFileAttribute(OwnerDirectory.FILE_PERMISSIONS))) {
			fill(channel);
			if (this.synced) {
				channel.force(true);
			}
			MappedByteBuffer buffer = channel.map(MapMode.READ_WRITE, 0, this.fileBytes);
			touch(buffer);
			SpoolFile file = new SpoolFile(path, buffer);
			Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
			return file;
		}
		catch (IOException ex) {
			Files.deleteIfExists(unfinished);
			throw ex;
		}
	}

	// The first store into each page enters the kernel: better here than in a log call.
	private static void touch(MappedByteBuffer buffer) {
		for (int offset = 0; offset < buffer.capacity(); offset += PAGE_BYTES) {
			buffer.put(offset, (byte) 0);
		}
	}

	private void fill(FileChannel channel) throws IOException {
		for (int left = this.fileBytes; left > 0;) {
			this.zeros.clear().limit(Math.min(left, this.zeros.capacity()));
			left -= channel.write(this.zeros);
		}
	}

}
