package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.List;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.event.Destination;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link StreamId}.
 */
class StreamIdTests {

	@Test
	void aPlainNameIsItsOwnId() {
		assertThat(StreamId.of(new Destination("orders", "host-1_a.b"))).isEqualTo("orders:host-1_a.b");
	}

	@Test
	void noTwoStreamsHaveTheSameId() {
		List<Destination> streams = List.of(new Destination("a/b", "c"), new Destination("a", "b/c"),
				new Destination("a~2Fb", "c"), new Destination("a:b", "c"), new Destination("a", "b:c"),
				new Destination("a-b", "c"), new Destination("a b", "c"), new Destination("\u00e4", "c"),
				new Destination("123456789012", "c"), new Destination("210987654321", "c"));
		assertThat(streams.stream().map(StreamId::of)).doesNotHaveDuplicates()
			.allSatisfy((id) -> assertThat(id).matches("[A-Za-z0-9_.~:-]+"));
	}

	@Test
	void anAppendersNameTellsItsStreamsFromThoseOfOthers() {
		Destination destination = new Destination("orders", "host");
		assertThat(StreamId.of("AUDIT", destination)).isEqualTo("orders:host@AUDIT");
		assertThat(StreamId.of("the audit", destination)).isEqualTo("orders:host@the~20audit");
		assertThat(StreamId.of("", destination)).isEqualTo(StreamId.of(destination));
		assertThat(StreamId.of("a", new Destination("orders", "host@b")))
			.isNotEqualTo(StreamId.of("a@b", new Destination("orders", "host")));
	}

	@Test
	void theIdOfAnAccountIsInNoIdOfAStream() {
		assertThat(Stream
			.of(new Destination("123456789012/orders", "s"), new Destination("orders", "a_123456789012_b"),
					new Destination("orders", "123456789012"))
			.map(StreamId::of)).noneMatch((id) -> id.contains("123456789012"));
		assertThat(StreamId.of(new Destination("orders", "1234567890123"))).isEqualTo("orders:1234567890123");
	}

	@Test
	void theIdOfAStreamStaysTheSame() {
		assertThat(StreamId.of(new Destination("123456789012", "s")))
			.isEqualTo(StreamId.of(new Destination("123456789012", "s")));
	}

}
