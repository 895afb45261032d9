package io.github.cloudwatchlogging.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a pod knows of itself: environment variables and files of the downward API under
 * their usual names, the namespace of its service account, and its host name, which is
 * the pod's name unless the pod says otherwise.
 */
final class KubernetesSource implements MetadataSource {

	private final @Nullable String pod;

	private final @Nullable String hostName;

	private final @Nullable String namespace;

	private final Path root;

	KubernetesSource(Environment environment, Path root) {
		this.pod = environment.first("POD_NAME", "K8S_POD_NAME");
		this.hostName = (environment.first("KUBERNETES_SERVICE_HOST") != null) ? environment.first("HOSTNAME") : null;
		this.namespace = environment.first("POD_NAMESPACE", "K8S_NAMESPACE");
		this.root = root;
	}

	@Override
	public String platform() {
		return "Kubernetes";
	}

	@Override
	public Set<String> variables() {
		return Set.of("k8s:namespace", "k8s:pod", "instance");
	}

	@Override
	public Map<String, String> read() throws IOException {
		try {
			Map<String, String> values = new HashMap<>();
			String pod = Environment.firstOf(() -> this.pod, () -> file("etc/podinfo/name"), () -> this.hostName);
			Environment.put(values, "k8s:pod", pod);
			Environment.put(values, "instance", pod);
			Environment.put(values, "k8s:namespace",
					Environment.firstOf(() -> this.namespace, () -> file("etc/podinfo/namespace"),
							() -> file("var/run/secrets/kubernetes.io/serviceaccount/namespace")));
			return values;
		}
		catch (UncheckedIOException ex) {
			throw new IOException(ex);
		}
	}

	private @Nullable String file(String name) {
		Path file = this.root.resolve(name);
		try {
			return Files.isReadable(file) ? Files.readString(file).strip() : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
