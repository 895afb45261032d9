package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.List;

import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.ledger.Balance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What tells several appenders apart.
 */
class CloudWatchAppendersTests {

	@Test
	void anOnlyOneNeedsNoName() {
		CloudWatchAppender only = appender("ONLY");
		CloudWatchAppenders appenders = CloudWatchAppenders.of(List.of(only));
		assertThat(appenders.byName()).containsOnlyKeys("").containsValue(only);
		assertThat(appenders.first()).isSameAs(only);
	}

	@Test
	void eachOfSeveralHasANameOfItsOwnInTheirOrder() {
		CloudWatchAppenders appenders = CloudWatchAppenders
			.of(List.of(appender("SHOP"), appender("AUDIT"), appender("SHOP"), appender(null), appender("SHOP")));
		assertThat(appenders.byName().keySet()).containsExactly("SHOP", "AUDIT", "SHOP-2", "appender", "SHOP-3");
	}

	@Test
	void thoseThatDoNotRunHaveNothingAndFlushNothing() {
		CloudWatchAppenders appenders = CloudWatchAppenders.of(List.of(appender("SHOP"), appender("AUDIT")));
		assertThat(appenders.snapshot().balance()).isEqualTo(Balance.ZERO);
		assertThat(appenders.flush(Duration.ofSeconds(1))).isEqualTo(FlushResult.NOTHING);
	}

	@Test
	void thereIsAtLeastOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> CloudWatchAppenders.of(List.of()));
	}

	private static CloudWatchAppender appender(@Nullable String name) {
		CloudWatchAppender appender = new CloudWatchAppender();
		if (name != null) {
			appender.setName(name);
		}
		return appender;
	}

}
