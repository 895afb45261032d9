package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.settings.MaskSettings;
import io.github.cloudwatchlogging.settings.PassThrough;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that are JSON objects already.
 */
class PassThroughTests {

	private static final String METRICS = """
			{
			  "_aws": {"Timestamp": 1574109732004, "CloudWatchMetrics": [{"Namespace": "shop",
			    "Dimensions": [["service"]], "Metrics": [{"Name": "time", "Unit": "Milliseconds"}]}]},
			  "service": "orders", "time": 100.5
			}
			""";

	private static final String METRICS_ON_ONE_LINE = "{\"_aws\":{\"Timestamp\":1574109732004,\"CloudWatchMetrics\":"
			+ "[{\"Namespace\":\"shop\",\"Dimensions\":[[\"service\"]],\"Metrics\":[{\"Name\":\"time\","
			+ "\"Unit\":\"Milliseconds\"}]}]},\"service\":\"orders\",\"time\":100.5}";

	private final Events events = new Events();

	@Test
	void areTextWhereNobodySaysOtherwise() {
		assertThat(encode(PassThrough.NONE, METRICS)).startsWith("{\"timestamp\":").contains("\\\"_aws\\\"");
	}

	@Test
	void inTheEmbeddedMetricFormatBecomeTheEvent() {
		assertThat(encode(PassThrough.METRICS, METRICS)).isEqualTo(METRICS_ON_ONE_LINE);
		assertThat(encode(PassThrough.METRICS, "{\"order\":1}")).startsWith("{\"timestamp\":");
	}

	@Test
	void ofAnyKindBecomeTheEvent() {
		assertThat(encode(PassThrough.OBJECTS, METRICS)).isEqualTo(METRICS_ON_ONE_LINE);
		assertThat(encode(PassThrough.OBJECTS, " {\"order\":\n1}")).isEqualTo("{\"order\":1}");
	}

	@Test
	void thatAreNoneInTheEndAreText() {
		assertThat(encode(PassThrough.OBJECTS, "{\"order\":1} and more"))
			.startsWith("{\"timestamp\":\"2027-01-15T08:00:00.007Z\",\"level\":\"INFO\"")
			.contains("\"message\":\"{\\\"order\\\":1} and more\"");
	}

	@Test
	void doNotMakeAnExceptionDisappear() {
		LoggingEvent event = this.events.event(METRICS, new IllegalStateException("x"));
		assertThat(Events.text(new JsonEventEncoder(Events.with(PassThrough.OBJECTS, MaskSettings.NONE)), event))
			.startsWith("{\"timestamp\":")
			.contains("IllegalStateException");
	}

	private String encode(PassThrough passThrough, String message) {
		return Events.text(new JsonEventEncoder(Events.with(passThrough, MaskSettings.NONE)),
				this.events.event(message, null));
	}

}
