package io.github.cloudwatchlogging.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

import io.github.cloudwatchlogging.event.Destination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The agent's configuration, against the rules of its schema.
 */
class AgentConfigurationTests {

	private static final CollectedFiles ORDERS = new CollectedFiles("/var/log/app/orders-01234567/*.log.*",
			new Destination("/apps/orders", "{local_hostname}"));

	private static final CollectedFiles AUDIT = new CollectedFiles("/var/log/app/audit-89abcdef/*.log.*",
			new Destination("audit", "{local_hostname}"));

	@TempDir
	private Path directory;

	@Test
	void theLeastConfigurationKeepsToTheSchema() {
		AgentConfiguration configuration = AgentConfiguration.of(List.of(ORDERS), LogGroupProperties.NONE,
				AgentConnection.DEFAULT);
		assertThat(AgentSchema.violations(configuration.toJson())).isEmpty();
		assertThat(configuration.toJson()).isEqualTo("""
				{
				  "logs": {
				    "logs_collected": {
				      "files": {
				        "collect_list": [
				          {
				            "file_path": "/var/log/app/orders-01234567/*.log.*",
				            "publish_multi_logs": true,
				            "log_group_name": "/apps/orders",
				            "log_stream_name": "{local_hostname}",
				            "timestamp_format": "%Y-%m-%dT%H:%M:%S.%fZ",
				            "timezone": "UTC"
				          }
				        ]
				      }
				    }
				  }
				}
				""");
	}

	@Test
	void theFullestConfigurationKeepsToTheSchema() {
		AgentConfiguration configuration = AgentConfiguration.of(List.of(AUDIT, ORDERS),
				new LogGroupProperties(30, "INFREQUENT_ACCESS", "orders", "prod"),
				new AgentConnection("eu-central-1", "http://localhost:4566", "arn:aws:iam::123456789012:role/logs"));
		assertThat(AgentSchema.violations(configuration.toJson())).isEmpty();
		assertThat(configuration.toJson()).contains("\"retention_in_days\": 30", "\"service.name\": \"orders\"",
				"\"deployment.environment\": \"prod\"", "\"log_group_class\": \"INFREQUENT_ACCESS\"",
				"\"region\": \"eu-central-1\"", "\"endpoint_override\": \"http://localhost:4566\"",
				"\"role_arn\": \"arn:aws:iam::123456789012:role/logs\"");
	}

	@Test
	void theRulesFindWhatTheAgentWouldRefuse() {
		String configuration = AgentConfiguration
			.of(List.of(ORDERS), new LogGroupProperties(30, null, null, null), AgentConnection.DEFAULT)
			.toJson();
		assertThat(AgentSchema.violations(configuration.replace("timezone", "time_zone"))).hasSize(1);
		assertThat(AgentSchema.violations(configuration.replace("30", "31"))).hasSize(1);
		assertThat(AgentSchema.violations(configuration.replace("\"UTC\"", "\"CET\""))).hasSize(1);
		assertThat(AgentSchema.violations(configuration.replace("file_path", "filePath"))).hasSize(2);
		assertThat(
				AgentSchema.violations(configuration.replace("\"timezone\"", "\"auto_removal\": true, \"timezone\"")))
			.hasSize(1);
	}

	@Test
	void aMapForOthersToWriteSaysTheSame() {
		AgentConfiguration configuration = AgentConfiguration.of(List.of(AUDIT, ORDERS),
				new LogGroupProperties(30, null, null, null), AgentConnection.DEFAULT);
		assertThat(JsonMapper.shared().writeValueAsString(configuration.asMap()))
			.satisfies((json) -> assertThat(JsonMapper.shared().readTree(json))
				.isEqualTo(JsonMapper.shared().readTree(configuration.toJson())));
	}

	@Test
	void aFileIsReplacedAsAWholeAndCanBeReadByAnotherUser() throws IOException {
		Path file = this.directory.resolve("etc").resolve("agent.json");
		AgentConfiguration.of(List.of(ORDERS, AUDIT), LogGroupProperties.NONE, AgentConnection.DEFAULT).writeTo(file);
		AgentConfiguration last = AgentConfiguration.of(List.of(ORDERS), LogGroupProperties.NONE,
				AgentConnection.DEFAULT);
		last.writeTo(file);
		assertThat(file).hasContent(last.toJson());
		assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OTHERS_READ);
		assertThat(file.getParent()).isDirectoryNotContaining((path) -> !path.equals(file));
	}

}
