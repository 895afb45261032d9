package io.github.cloudwatchlogging.metadata;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The values of variables that the platform knows. Each platform is read once, on a
 * thread of its own, and has a bounded time for its answer. What a variable has come to
 * stays, so that no name changes while the process lives. Thread-safe.
 */
public final class Metadata {

	private final List<MetadataSource> sources;

	private final UnaryOperator<@Nullable String> defaults;

	private final Duration timeout;

	private final BiConsumer<Runnable, String> threads;

	private final BiConsumer<String, String> unknown;

	private final Map<MetadataSource, Reading> readings = new ConcurrentHashMap<>();

	private final Map<String, Optional<String>> decided = new ConcurrentHashMap<>();

	Metadata(List<MetadataSource> sources, UnaryOperator<@Nullable String> defaults, Duration timeout,
			BiConsumer<Runnable, String> threads, BiConsumer<String, String> unknown) {
		this.sources = List.copyOf(sources);
		this.defaults = defaults;
		this.timeout = timeout;
		this.threads = threads;
		this.unknown = unknown;
	}

	/**
	 * Returns the metadata of this process. Kubernetes comes before ECS, and ECS before
	 * EC2, for what several of them know.
	 * @param settings from the name of a setting to its value or {@code null}; the
	 * environment's variables come after it
	 * @param defaults from a variable to its value, or {@code null}, where no platform
	 * knows it
	 * @param timeout how long a platform has for its answer
	 * @param threads starts a daemon thread for the work, by the name
	 * @param unknown is told each variable that has no value, and why
	 * @return the metadata, of which nothing is read yet
	 */
	public static Metadata ofThisProcess(UnaryOperator<@Nullable String> settings,
			UnaryOperator<@Nullable String> defaults, Duration timeout, BiConsumer<Runnable, String> threads,
			BiConsumer<String, String> unknown) {
		Environment environment = new Environment(settings);
		return new Metadata(List.of(new KubernetesSource(environment, Path.of("/")), new EcsSource(environment),
				new Ec2Source(environment)), defaults, timeout, threads, unknown);
	}

	/**
	 * Begins to read what has to be read for variables. Returns at once.
	 * @param variables their names
	 */
	public void read(Set<String> variables) {
		for (MetadataSource source : this.sources) {
			if (source.variables().stream().anyMatch(variables::contains)) {
				reading(source);
			}
		}
	}

	private Reading reading(MetadataSource source) {
		return this.readings.computeIfAbsent(source, (key) -> {
			Reading reading = new Reading(source, this.timeout.toNanos());
			this.threads.accept(reading, "cloudwatch-logs-metadata");
			return reading;
		});
	}

	/**
	 * Returns whether {@link #await} would return at once.
	 * @param variable the variable's name
	 * @return whether it is known what the variable has come to
	 */
	public boolean isDecided(String variable) {
		if (this.decided.containsKey(variable)) {
			return true;
		}
		for (MetadataSource source : sourcesOf(variable)) {
			Reading reading = this.readings.get(source);
			if (reading == null || !reading.isOver()) {
				return false;
			}
			if (reading.has(variable)) {
				return true;
			}
		}
		return true;
	}

	/**
	 * Returns a variable's value, waiting for it if need be, at most until the time of
	 * the platforms is over.
	 * @param variable the variable's name
	 * @return the value, or {@code null} if it has none
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public @Nullable String await(String variable) throws InterruptedException {
		Optional<String> value = this.decided.get(variable);
		return ((value != null) ? value : decide(variable)).orElse(null);
	}

	private Optional<String> decide(String variable) throws InterruptedException {
		List<String> reasons = new ArrayList<>();
		String value = null;
		for (MetadataSource source : sourcesOf(variable)) {
			if (value == null) {
				Reading reading = reading(source);
				value = reading.await().get(variable);
				reasons.add(source.platform() + ": " + reading.reason());
			}
		}
		Optional<String> found = Optional.ofNullable((value != null) ? value : this.defaults.apply(variable));
		Optional<String> earlier = this.decided.putIfAbsent(variable, found);
		if (earlier == null && found.isEmpty()) {
			this.unknown.accept(variable, String.join("; ", reasons));
		}
		return (earlier != null) ? earlier : found;
	}

	private List<MetadataSource> sourcesOf(String variable) {
		return this.sources.stream().filter((source) -> source.variables().contains(variable)).toList();
	}

}
