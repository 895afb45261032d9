package io.github.cloudwatchlogging.sample.load;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LoadEventTests {

	@Test
	void isFoundWithinJson() {
		assertThat(LoadEvent.in("""
				{"level":"INFO","message":"Load event seq=1207 run=0a1b2c3d","requestId":"42"}"""))
			.isEqualTo(new LoadEvent("0a1b2c3d", 1207));
	}

	@Test
	void isFoundAtTheEnd() {
		assertThat(LoadEvent.in("Load event seq=0 run=0a1b2c3d")).isEqualTo(new LoadEvent("0a1b2c3d", 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Order 7 placed", "Load event seq=", "Load event seq= run=0a1b2c3d",
			"Load event seq=12", "Load event seq=12 run=", "Load event seq=12 run=0a1b2c3",
			"Load event seq=10000000 run=0a1b2c3d", "Load event seq=99999999999999999999 run=0a1b2c3d" })
	void isNotFoundInOtherMessages(String message) {
		assertThat(LoadEvent.in(message)).isNull();
	}

}
