package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java from a page: a class, a member of one, or statements, with what such examples
 * leave out around them. Three dots stand for anything.
 */
final class JavaExample {

	private static final Pattern TYPE = Pattern.compile("(?m)^(public )?(final )?(class|record|interface) ");

	private static final Pattern MEMBER = Pattern.compile("(?s)^(@|(public|private|static|void) ).*");

	private static final String IMPORTS = """
			import java.net.*;
			import java.time.*;
			import java.util.List;
			import java.util.Map;
			import io.github.cloudwatchlogging.autoconfigure.*;
			import io.github.cloudwatchlogging.autoconfigure.observe.*;
			import io.github.cloudwatchlogging.delivery.*;
			import io.github.cloudwatchlogging.test.*;
			import io.github.cloudwatchlogging.test.spring.*;
			import org.junit.jupiter.api.*;
			import org.slf4j.*;
			import org.springframework.boot.test.context.*;
			import org.springframework.boot.testcontainers.service.connection.*;
			import org.springframework.context.annotation.*;
			import org.springframework.context.event.*;
			import org.testcontainers.junit.jupiter.Container;
			import org.testcontainers.localstack.*;
			import software.amazon.awssdk.services.cloudwatchlogs.*;
			import static org.awaitility.Awaitility.*;
			""";

	private static final String SURROUNDINGS = """
			class Example {
				interface Pager { void tell(String text); }
				static final Marker AUDIT = MarkerFactory.getMarker("AUDIT");
				static final Logger logger = LoggerFactory.getLogger("shop");
				CloudWatchLogsDelivery delivery;
				Pager pager;
			""";

	private final String source;

	JavaExample(String text) {
		String code = text.replaceAll("(?m)^\\s*\\.\\.\\.$", "");
		if (TYPE.matcher(code).find()) {
			this.source = IMPORTS + code;
		}
		else if (MEMBER.matcher(code).matches()) {
			this.source = IMPORTS + SURROUNDINGS + code + "}";
		}
		else {
			this.source = IMPORTS + SURROUNDINGS + "void example() {" + code + "}}";
		}
	}

	/**
	 * Compiles it.
	 * @param classes where the classes are written
	 * @return what the compiler complains about
	 */
	List<String> errors(Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		List<String> options = List.of("-proc:none", "-d", classes.toString(), "-classpath",
				ClassPath.ofTests().withAside("testcontainers").toString());
		var unused = compiler.getTask(null, null, diagnostics, options, null, List.of(new Source(this.source))).call();
		return diagnostics.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.map((diagnostic) -> diagnostic.getMessage(Locale.ROOT))
			.toList();
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String text) {
			super(URI.create("string:///Example.java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
