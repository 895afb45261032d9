package io.github.cloudwatchlogging.test.fault;

import io.github.cloudwatchlogging.test.contract.RejectedEvents;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What a fault does to one request. Implementations override what they disturb and leave
 * the rest as it is. Thread-safe.
 */
public interface Effect {

	/**
	 * Disturbs nothing.
	 */
	Effect NONE = new Effect() {
	};

	/**
	 * Returns whether the effect has anything to do with a request.
	 * @param call the request
	 * @return whether it does
	 */
	default boolean concerns(ApiCall call) {
		return true;
	}

	/**
	 * Returns whether the effect strikes while the request's body is being read, when
	 * nothing but its operation is known.
	 * @return whether it does; {@link #before()} then acts on half a body
	 */
	default boolean strikesWithinBody() {
		return false;
	}

	/**
	 * Acts before the request is carried out.
	 * @return what to do on the connection instead of carrying it out, or {@code null} to
	 * carry it out
	 * @throws ServiceException to refuse it
	 */
	default @Nullable Reply before() {
		return null;
	}

	/**
	 * Returns the events to reject on top of those that the contract rejects.
	 * @param size the number of events
	 * @return the rejected events
	 */
	default RejectedEvents reject(int size) {
		return RejectedEvents.none(size);
	}

	/**
	 * Returns why the entity is to be rejected.
	 * @return the error type, or {@code null} to leave it to the contract
	 */
	default @Nullable String rejectEntity() {
		return null;
	}

	/**
	 * Decides how the answer is delivered.
	 * @param response the answer
	 * @return what to do on the connection
	 */
	default Reply deliver(HttpResponse response) {
		return response;
	}

	/**
	 * Returns whether the client never sees the answer of a request that was carried out.
	 * @return whether it is lost
	 */
	default boolean losesAnswer() {
		return false;
	}

}
