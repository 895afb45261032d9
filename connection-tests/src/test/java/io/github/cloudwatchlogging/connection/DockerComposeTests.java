package io.github.cloudwatchlogging.connection;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.WithCloudWatchLogs;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Boot's support for Docker Compose, with a {@code docker} that says what the real
 * one does of a running service, and the embedded server in that service's place.
 */
@WithCloudWatchLogs
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for docker is a shell script")
class DockerComposeTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "localstack/localstack, 4566", "floci/floci, 4566", "motoserver/moto, 5000" })
	void theServiceGetsTheEvents(String image, int port, EmbeddedCloudWatchLogs server) throws Exception {
		writeDocker(image + ":1.0", port, server.endpoint().getPort());
		Path composeFile = Files.writeString(this.directory.resolve("compose.yaml"), "services: {}\n");
		Process process = application(composeFile);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		String output = Files.readString(this.directory.resolve("output.log"));
		assertThat(process.exitValue()).as(output).isZero();
		assertThat(TestApplication.messages(server)).as(output)
			.anyMatch((message) -> message.contains("Starting "))
			.anyMatch((message) -> message.contains("composed"));
		assertThat(server.requests()).extracting(RecordedRequest::accessKey).containsOnly("key-of-compose");
	}

	private Process application(Path composeFile) throws IOException {
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Composed.class.getName(),
				"--spring.docker.compose.file=" + composeFile, "--cloudwatch.logs.endpoint=http://127.0.0.1:9",
				"--cloudwatch.logs.credentials.access-key=key-of-the-properties",
				"--cloudwatch.logs.credentials.secret-key=secret");
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("output.log").toFile());
		builder.environment().merge("PATH", this.directory.toString(), (path, own) -> own + File.pathSeparator + path);
		builder.environment().remove("DOCKER_HOST");
		return builder.start();
	}

	private void writeDocker(String image, int port, int hostPort) throws IOException {
		Path docker = Files.writeString(this.directory.resolve("docker"),
				"""
						#!/bin/sh
						case "$*" in
						*inspect*) echo '{"Id": "123456789012", "Config": {"Image": "%1$s", "Labels": {},
							"ExposedPorts": {"%2$d/tcp": {}},
							"Env": ["AWS_ACCESS_KEY_ID=key-of-compose", "AWS_SECRET_ACCESS_KEY=secret"]},
							"NetworkSettings": {"Ports": {"%2$d/tcp": [{"HostIp": "127.0.0.1", "HostPort": "%3$d"}]}},
							"HostConfig": {"NetworkMode": "bridge"}}' | tr -d '\\n' ;;
						"compose version"*) echo '{"version": "2.30.0"}' ;;
						*version*) echo 28.0.0 ;;
						*context*) echo '{"Name": "default", "Current": true, "DockerEndpoint": "unix:///var/run/docker.sock"}' ;;
						*config*) echo '{"name": "test", "services": {"aws": {"image": "%1$s"}}}' ;;
						*" ps "*) echo '{"ID": "123456789012", "Name": "aws-1", "Image": "%1$s", "State": "running"}' ;;
						esac
						"""
					.formatted(image, port, hostPort));
		Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Composed {

		public static void main(String[] arguments) {
			ConfigurableApplicationContext context = TestApplication.run(Composed.class, "composed", arguments);
			LoggerFactory.getLogger(Composed.class).info("composed");
			context.close();
		}

	}

}
