package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Creates a file.
 */
@FunctionalInterface
interface FileOpener {

	/**
	 * Of the file system.
	 */
	FileOpener REAL = (path) -> FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

	/**
	 * Creates a file and opens it for writing.
	 * @throws FileAlreadyExistsException if there is one already
	 * @throws IOException if it cannot be created
	 */
	WritableByteChannel create(Path path) throws IOException;

}
