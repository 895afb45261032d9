package io.github.cloudwatchlogging.logback;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A {@link CloudWatchAppender} that is configured in XML.
 */
class AppenderOptionsTests {

	@RegisterExtension
	final AppenderRig rig = new AppenderRig();

	@Test
	void allOptionsCanBeSetInXml() throws JoranException {
		configure("""
				<group>/app/${APP}/{application}</group>
				<stream>{property:REGION_NAME:none}-{property:MISSING:default}</stream>
				<application>shop</application>
				<region>eu-central-1</region>
				<endpoint>http://127.0.0.1:1</endpoint>
				<credentials>
					<accessKey>key</accessKey>
					<secretKey>secret</secretKey>
					<sessionToken>token</sessionToken>
				</credentials>
				<batch>
					<maxDelay>2 seconds</maxDelay>
					<maxSize>512KB</maxSize>
					<maxEvents>100</maxEvents>
				</batch>
				<buffer>
					<maxSize>3MB</maxSize>
				</buffer>
				<retry>
					<initialDelay>100</initialDelay>
					<maxDelay>10 seconds</maxDelay>
				</retry>
				<create>
					<group>false</group>
					<stream>false</stream>
				</create>
				<oversize>Split</oversize>
				<fallback>none</fallback>
				<concurrency>2</concurrency>
				<apiTimeout>5 seconds</apiTimeout>
				<shutdownTimeout>0</shutdownTimeout>
				<encoder>
					<pattern>%msg%n</pattern>
				</encoder>
				""");
		assertThat(this.rig.context.getStatusManager().getCopyOfStatusList()).extracting(Status::getLevel)
			.containsOnly(Status.INFO);
		CloudWatchAppender configured = configured();
		assertThat(configured.isStarted()).isTrue();
		this.rig.context.getLogger("any").info("Hello");
		DeliverySnapshot snapshot = configured.snapshot();
		assertThat(snapshot.bufferLimitBytes()).isEqualTo(3L * 1_048_576);
		assertThat(snapshot.lanes()).singleElement().satisfies((lane) -> {
			assertThat(lane.lane().destination()).isEqualTo(new Destination("/app/context/shop", "here-default"));
			assertThat(lane.lane().pendingBytes()).isEqualTo("Hello".length() + 26);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<group>my group</group>                                    | group                  | my group
			<group>{aplication}</group>                                | group                  | {aplication}
			<stream>a:b</stream>                                       | stream                 | a:b
			<endpoint>not a uri</endpoint>                             | endpoint               | not a uri
			<endpoint>localhost:4566</endpoint>                        | endpoint               | localhost:4566
			<endpoint>/path</endpoint>                                 | endpoint               | /path
			<credentials><accessKey>a</accessKey></credentials>        | credentials.secret-key |
			<credentials><secretKey>a</secretKey></credentials>        | credentials.access-key |
			<batch><maxDelay>2 hours</maxDelay></batch>                | batch.max-delay        | 7200s
			<batch><maxSize>2MB</maxSize></batch>                      | batch.max-size         | 2097152B
			<batch><maxSize>5GB</maxSize></batch>                      | batch.max-size         | 2147483647B
			<oversize>explode</oversize>                               | oversize               | explode
			<batch><maxEvents>0</maxEvents></batch>                    | batch.max-events       | 0
			<buffer><maxSize>1MB</maxSize></buffer>                    | buffer.max-size        | 1048576B
			<retry><initialDelay>0</initialDelay></retry>              | retry.initial-delay    | 0s
			<retry><maxDelay>2 hours</maxDelay></retry>                | retry.max-delay        | 7200s
			<concurrency>65</concurrency>                              | delivery.concurrency   | 65
			<apiTimeout>0</apiTimeout>                                 | delivery.api-timeout   | PT0S
			<shutdownTimeout>2 hours</shutdownTimeout>                 | shutdown.timeout       | PT2H
			""")
	void aSettingThatCanNeverWorkIsAnErrorAndKeepsTheAppenderFromStarting(String xml, String setting, String value)
			throws JoranException {
		configure(xml);
		assertThat(configured().isStarted()).isFalse();
		List<Status> errors = this.rig.statuses(Status.ERROR);
		assertThat(errors).hasSize(1);
		assertThat(errors.get(0).getMessage()).startsWith("Cannot start the appender: " + setting + " = '")
			.contains("'" + ((value != null) ? value : "") + "': ");
		assertThat(errors.get(0).getThrowable()).isInstanceOfSatisfying(InvalidSettingException.class,
				(exception) -> assertThat(errors.get(0).getMessage()).endsWith(exception.getCure()));
		this.rig.context.getLogger("any").info("Hello");
		assertThat(configured().snapshot().balance().isBalanced()).isTrue();
	}

	@Test
	void aTemplateWithAnUnknownVariableIsRefusedWithTheListOfKnownOnes() throws JoranException {
		configure("<group>{aplication}</group>");
		assertThat(this.rig.statuses(Status.ERROR).get(0).getMessage()).contains("{aplication}", "{application}",
				"{date:pattern}", "{env:NAME:default}", "{hostname}", "{kv:key}", "{logger:N}", "{mdc:key}", "{pid}",
				"{property:key:default}", "{thread}", "{uuid}");
	}

	@Test
	void aShutdownTimeoutIsNeverNegative() {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> AppenderRig.settings(this.rig.client, BatchSettings.DEFAULT, "group", "stream",
					Duration.ofSeconds(-1)))
			.withMessageContaining("shutdown.timeout");
	}

	private void configure(String options) throws JoranException {
		this.rig.context.putProperty("APP", "context");
		this.rig.context.putProperty("REGION_NAME", "here");
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.rig.context);
		String xml = "<configuration><appender name='TESTED' class='" + CloudWatchAppender.class.getName() + "'>"
				+ options + "</appender><root level='INFO'><appender-ref ref='TESTED'/></root></configuration>";
		configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private CloudWatchAppender configured() {
		return (CloudWatchAppender) this.rig.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("TESTED");
	}

}
