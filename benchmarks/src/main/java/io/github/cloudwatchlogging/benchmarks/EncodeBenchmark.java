package io.github.cloudwatchlogging.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.logback.format.EventEncoder;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.format.JsonEventEncoder;
import io.github.cloudwatchlogging.settings.JsonSettings;
import net.logstash.logback.encoder.LogstashEncoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * One typical event in each format: our json and text, Spring Boot's structured ones, and
 * beside them what Logback makes of the same pattern and logstash-logback-encoder of it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class EncodeBenchmark {

	private final LoggerContext context = context();

	private final ILoggingEvent event = TypicalEvent.create(this.context);

	private final JsonEventEncoder json = started(new JsonEventEncoder());

	private final EventEncoder text = started(
			(EventEncoder) Objects.requireNonNull(EventFormat.of(EventFormat.TEXT, null, JsonSettings.DEFAULT))
				.encoder(this.context));

	private final Encoder<ILoggingEvent> textByLogback = logbacksPattern();

	private final Encoder<ILoggingEvent> ecs = springBoot("ecs");

	private final Encoder<ILoggingEvent> gelf = springBoot("gelf");

	private final Encoder<ILoggingEvent> logstash = springBoot("logstash");

	private final Encoder<ILoggingEvent> logstashLogbackEncoder = started(new LogstashEncoder());

	private static LoggerContext context() {
		LoggerContext context = TypicalEvent.loggerContext();
		context.putObject(Environment.class.getName(), new StandardEnvironment());
		return context;
	}

	private Encoder<ILoggingEvent> logbacksPattern() {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setPattern(EventFormat.DEFAULT_PATTERN);
		encoder.setCharset(StandardCharsets.UTF_8);
		return started(encoder);
	}

	private Encoder<ILoggingEvent> springBoot(String format) {
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setFormat(format);
		return started(encoder);
	}

	private <E extends Encoder<ILoggingEvent>> E started(E encoder) {
		encoder.setContext(this.context);
		encoder.start();
		return encoder;
	}

	@Benchmark
	public void jsonLent(Blackhole blackhole) {
		lend(this.json, blackhole);
	}

	@Benchmark
	public byte[] json() {
		return this.json.encode(this.event);
	}

	@Benchmark
	public void textLent(Blackhole blackhole) {
		lend(this.text, blackhole);
	}

	@Benchmark
	public byte[] text() {
		return this.text.encode(this.event);
	}

	@Benchmark
	public byte[] textByLogback() {
		return this.textByLogback.encode(this.event);
	}

	// The bytes are lent, as a log call takes them.
	private void lend(EventEncoder encoder, Blackhole blackhole) {
		encoder.encode(this.event, (bytes, length) -> {
			blackhole.consume(bytes);
			blackhole.consume(length);
			return true;
		});
	}

	@Benchmark
	public byte[] ecs() {
		return this.ecs.encode(this.event);
	}

	@Benchmark
	public byte[] gelf() {
		return this.gelf.encode(this.event);
	}

	@Benchmark
	public byte[] logstash() {
		return this.logstash.encode(this.event);
	}

	@Benchmark
	public byte[] logstashLogbackEncoder() {
		return this.logstashLogbackEncoder.encode(this.event);
	}

}
