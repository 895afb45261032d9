package io.github.cloudwatchlogging.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where an application in a JVM of its own finds its classes. Immutable.
 */
final class ClassPath {

	private final List<String> entries;

	private ClassPath(List<String> entries) {
		this.entries = List.copyOf(entries);
	}

	static ClassPath ofTests() {
		return new ClassPath(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
	}

	/**
	 * Without the libraries whose file names begin so.
	 */
	ClassPath without(String library) {
		return new ClassPath(this.entries.stream()
			.filter((entry) -> !Path.of(entry).getFileName().toString().startsWith(library))
			.toList());
	}

	ClassPath with(Path directory) {
		return plus(List.of(directory.toString()));
	}

	/**
	 * With libraries that the build puts aside, because they would change every other
	 * test.
	 */
	ClassPath withAside(String name) throws IOException {
		try (Stream<Path> libraries = Files.list(Path.of("target", "aside", name))) {
			List<String> found = libraries.map((library) -> library.toAbsolutePath().toString()).toList();
			assertThat(found).isNotEmpty();
			return plus(found);
		}
	}

	private ClassPath plus(List<String> more) {
		List<String> all = new ArrayList<>(more);
		all.addAll(this.entries);
		return new ClassPath(all);
	}

	@Override
	public String toString() {
		return String.join(File.pathSeparator, this.entries);
	}

}
