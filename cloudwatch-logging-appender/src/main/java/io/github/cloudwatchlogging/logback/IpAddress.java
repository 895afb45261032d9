package io.github.cloudwatchlogging.logback;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The address of this host, as its network interfaces have it: IPv4 before IPv6, and the
 * interface that was there first. Asks no name service.
 */
final class IpAddress {

	private IpAddress() {
	}

	static @Nullable String get() {
		try {
			return NetworkInterface.networkInterfaces()
				.filter(IpAddress::isUp)
				.sorted(Comparator.comparingInt(NetworkInterface::getIndex))
				.flatMap(NetworkInterface::inetAddresses)
				.filter((address) -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
				.min(Comparator.comparing((address) -> !(address instanceof Inet4Address)))
				.map(InetAddress::getHostAddress)
				.orElse(null);
		}
		catch (SocketException ex) {
			return null;
		}
	}

	private static boolean isUp(NetworkInterface networkInterface) {
		try {
			return networkInterface.isUp();
		}
		catch (SocketException ex) {
			return false;
		}
	}

}
