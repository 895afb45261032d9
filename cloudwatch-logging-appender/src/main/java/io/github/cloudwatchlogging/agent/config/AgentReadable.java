package io.github.cloudwatchlogging.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Lets others read a file: the agent runs as another user, and temporary files are
 * private.
 */
final class AgentReadable {

	private AgentReadable() {
	}

	static void make(Path file) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		if (view != null) {
			view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
		}
	}

}
