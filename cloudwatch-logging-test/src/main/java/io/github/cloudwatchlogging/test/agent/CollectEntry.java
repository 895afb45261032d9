package io.github.cloudwatchlogging.test.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the agent's {@code collect_list}.
 *
 * @param filePath which files
 * @param group their log group
 * @param stream their log stream, or how its name begins
 * @param timestampFormat where the time is, or {@code null}
 * @param publishMultiLogs whether all files that match are read, and not the newest only
 * @param autoRemoval whether files are deleted once they are read
 */
record CollectEntry(String filePath, String group, String stream, @Nullable TimestampFormat timestampFormat,
		boolean publishMultiLogs, boolean autoRemoval) {

	private static final Set<String> COMPRESSED = Set.of("tar", "zst", "gz", "zip", "bz2", "rar");

	/**
	 * Returns the entries of a configuration, which has to be for {@code UTC} where it
	 * has times.
	 */
	static List<CollectEntry> parse(String configuration) {
		JsonNode files = JsonMapper.shared().readTree(configuration).at("/logs/logs_collected/files/collect_list");
		return StreamSupport.stream(files.spliterator(), false).map(CollectEntry::parse).toList();
	}

	private static CollectEntry parse(JsonNode entry) {
		String format = entry.path("timestamp_format").asString("");
		if (!format.isEmpty() && !entry.path("timezone").asString("").equals("UTC")) {
			throw new IllegalArgumentException("This reader knows no time zone but UTC");
		}
		return new CollectEntry(entry.path("file_path").asString(), entry.path("log_group_name").asString(),
				entry.path("log_stream_name").asString(), format.isEmpty() ? null : new TimestampFormat(format),
				entry.path("publish_multi_logs").asBoolean(false), entry.path("auto_removal").asBoolean(false));
	}

	/**
	 * Returns the files that are to be read now: all that match, or the newest.
	 */
	List<Path> targets() {
		int star = this.filePath.indexOf('*');
		Path root = Path.of(this.filePath.substring(0, this.filePath.lastIndexOf('/', star)));
		PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + this.filePath);
		if (!Files.isDirectory(root)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(root)) {
			List<Path> matching = new ArrayList<>(
					files.filter(matcher::matches).filter(Files::isRegularFile).filter(CollectEntry::isPlain).toList());
			if (this.publishMultiLogs || matching.isEmpty()) {
				return matching;
			}
			return List.of(matching.stream()
				.max(Comparator.comparing(CollectEntry::modified).thenComparing(Comparator.naturalOrder()))
				.orElseThrow());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isPlain(Path path) {
		String name = path.getFileName().toString();
		return !COMPRESSED.contains(name.substring(name.lastIndexOf('.') + 1));
	}

	private static FileTime modified(Path path) {
		try {
			return Files.getLastModifiedTime(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the log stream of a file.
	 */
	String streamOf(Path file) {
		return this.publishMultiLogs
				? this.stream + "_" + file.toString().replaceAll("[^.\\-_/#A-Za-z0-9]", "_").replace('/', '_')
				: this.stream;
	}

}
