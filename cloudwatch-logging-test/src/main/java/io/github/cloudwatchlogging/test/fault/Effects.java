package io.github.cloudwatchlogging.test.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.github.cloudwatchlogging.test.contract.RejectedEvents;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.http.HttpConnection;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.Reply;

/**
 * The kinds of faults. Those that wait do so on a latch that is counted down when the
 * fault is healed.
 */
final class Effects {

	private Effects() {
	}

	record Refuse(ServiceException refusal) implements Effect {

		@Override
		public Reply before() {
			throw this.refusal;
		}

	}

	record Poison(Predicate<String> messages) implements Effect {

		@Override
		public boolean concerns(ApiCall call) {
			for (int i = 0; i < call.events().size(); i++) {
				if (this.messages.test(call.events().message(i))) {
					return true;
				}
			}
			return false;
		}

		@Override
		public Reply before() {
			throw ServiceException.invalidParameter("The fault plan refuses one of the log events.");
		}

	}

	record Hang(CountDownLatch healed) implements Effect {

		@Override
		public Reply before() {
			return (connection) -> {
				this.healed.await();
				connection.close();
			};
		}

	}

	record Reset() implements Effect {

		@Override
		public Reply before() {
			return HttpConnection::reset;
		}

	}

	record ResetWithinBody() implements Effect {

		@Override
		public boolean strikesWithinBody() {
			return true;
		}

		@Override
		public Reply before() {
			return HttpConnection::reset;
		}

	}

	record Slow(Duration delay, CountDownLatch healed) implements Effect {

		@Override
		public Reply deliver(HttpResponse response) {
			return (connection) -> {
				pause(this.healed, this.delay);
				response.writeTo(connection);
			};
		}

	}

	record Trickle(Duration interval, CountDownLatch healed) implements Effect {

		@Override
		public Reply deliver(HttpResponse response) {
			return (connection) -> {
				byte[] bytes = response.toBytes();
				for (int i = 0; i < bytes.length; i++) {
					connection.write(bytes, i, 1);
					pause(this.healed, this.interval);
				}
			};
		}

	}

	record Cut() implements Effect {

		@Override
		public Reply deliver(HttpResponse response) {
			return (connection) -> {
				// An empty body leaves nothing to cut but the head.
				byte[] bytes = response.toBytes();
				connection.write(bytes, 0, bytes.length - Math.max(response.body().length / 2, 1));
				connection.reset();
			};
		}

		@Override
		public boolean losesAnswer() {
			return true;
		}

	}

	record Lose() implements Effect {

		@Override
		public Reply deliver(HttpResponse response) {
			return HttpConnection::close;
		}

		@Override
		public boolean losesAnswer() {
			return true;
		}

	}

	record Reject(int tooOld, int expired, int tooNew) implements Effect {

		@Override
		public boolean concerns(ApiCall call) {
			return call.events().size() > 0;
		}

		@Override
		public RejectedEvents reject(int size) {
			return new RejectedEvents(Math.min(this.tooOld, size), Math.min(this.expired, size),
					Math.max(size - this.tooNew, 0), size);
		}

	}

	record RejectEntity(String errorType) implements Effect {

		@Override
		public String rejectEntity() {
			return this.errorType;
		}

	}

	private static void pause(CountDownLatch healed, Duration pause) throws InterruptedException {
		// Either answer is fine: the pause is over, or it was cut short.
		var unused = healed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
	}

}
