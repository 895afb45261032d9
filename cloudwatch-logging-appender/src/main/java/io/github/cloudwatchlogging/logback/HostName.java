package io.github.cloudwatchlogging.logback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The name of this host. Asks the environment and the kernel before the name service,
 * which can take seconds to answer.
 */
final class HostName {

	private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

	private HostName() {
	}

	static @Nullable String get() {
		for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
			String name = System.getenv(variable);
			if (name != null && !name.isBlank()) {
				return name;
			}
		}
		return ofKernel();
	}

	private static @Nullable String ofKernel() {
		try {
			return Files.readString(KERNEL_HOST_NAME).trim();
		}
		catch (IOException notLinux) {
			return ofNameService();
		}
	}

	private static @Nullable String ofNameService() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
