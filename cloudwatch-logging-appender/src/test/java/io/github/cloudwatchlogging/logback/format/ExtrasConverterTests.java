package io.github.cloudwatchlogging.logback.format;

import java.util.List;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.mask.Masking;
import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.MaskSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link ExtrasConverter}.
 */
class ExtrasConverterTests {

	private final Events events = new Events();

	private final ExtrasConverter converter = new ExtrasConverter();

	@Test
	void showsPairsAndThenTheContext() {
		this.events.mdc("tenant", "acme");
		this.events.mdc("path", "/orders");
		assertThat(this.converter.convert(this.events.pairs("user_id", 123, "response_time_ms", 45, "nothing", null)))
			.isEqualTo(" | user_id=123 response_time_ms=45 nothing=null path=/orders tenant=acme");
	}

	@Test
	void showsNothingWhereThereIsNothing() {
		assertThat(this.converter.convert(this.events.event("x", null))).isEmpty();
	}

	@Test
	void showsTheContextAlone() {
		this.events.mdc("tenant", "acme");
		assertThat(this.converter.convert(this.events.event("x", null))).isEqualTo(" | tenant=acme");
	}

	@Test
	void leavesOutWhatItsOptionsName() {
		this.events.mdc("tenant", "acme");
		this.events.mdc("traceId", "4bf9");
		this.converter.setOptionList(List.of("traceId"));
		assertThat(this.converter.convert(this.events.event("x", null))).isEqualTo(" | tenant=acme");
	}

	@Test
	void keepsOneLineOneLine() {
		LoggingEvent event = this.events.pairs("a", "two\r\nlines", "b", "", "c d", "\"\\", "e", "x=y", "f", "\u2028");
		assertThat(this.converter.convert(event))
			.isEqualTo(" | a=\"two  lines\" b=\"\" \"c d\"=\"\\\"\\\\\" e=\"x=y\" f=\" \"");
	}

	@Test
	void masksWhatIsMasked() {
		this.events.mdc("password", "abc");
		ExtrasConverter masking = new ExtrasConverter(
				Masking.of(MaskSettings.of(List.of("password"), List.of(), List.of(MaskPreset.CARD_NUMBER), "***")));
		assertThat(masking.convert(this.events.pairs("card", 4111111111111111L))).isEqualTo(" | card=*** password=***");
	}

	@Test
	void showsWhatCannotBeShown() {
		Object throwing = new Object() {

			@Override
			public String toString() {
				throw new IllegalStateException("no");
			}

		};
		assertThat(this.converter.convert(this.events.pairs("a", throwing))).isEqualTo(" | a=\"[FAILED toString()]\"");
	}

}
