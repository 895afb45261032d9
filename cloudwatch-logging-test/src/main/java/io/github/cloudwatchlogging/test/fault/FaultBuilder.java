package io.github.cloudwatchlogging.test.fault;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.cloudwatchlogging.test.contract.ServiceException;

/**
 * Says which requests a fault strikes, how often, and last what it does to them, which
 * adds it to the plan. Without a word on how often it strikes always. Not thread-safe.
 */
public final class FaultBuilder {

	private final FaultPlan plan;

	private final String subject;

	private Predicate<ApiCall> calls;

	private FaultFrequency often = FaultFrequency.ALWAYS;

	FaultBuilder(FaultPlan plan, String subject, Predicate<ApiCall> calls) {
		this.plan = plan;
		this.subject = subject;
		this.calls = calls;
	}

	/**
	 * Strikes only requests that name a group.
	 * @param group the group's name
	 * @return this
	 */
	public FaultBuilder forGroup(String group) {
		return matching((call) -> group.equals(call.group()));
	}

	/**
	 * Strikes only requests that name a stream.
	 * @param group the group's name
	 * @param stream the stream's name
	 * @return this
	 */
	public FaultBuilder forStream(String group, String stream) {
		return forGroup(group).matching((call) -> stream.equals(call.stream()));
	}

	/**
	 * Strikes only requests that match.
	 * @param condition the condition, on top of those given before; must be thread-safe
	 * @return this
	 */
	public FaultBuilder matching(Predicate<ApiCall> condition) {
		this.calls = this.calls.and(condition);
		return this;
	}

	/**
	 * Lets the first requests pass.
	 * @param requests how many, 0 or more
	 * @return this
	 */
	public FaultBuilder after(int requests) {
		this.often = new FaultFrequency(requests, this.often.times(), this.often.probability(), this.often.seed());
		return this;
	}

	/**
	 * Strikes a number of requests and no more.
	 * @param requests how many, 1 or more
	 * @return this
	 */
	public FaultBuilder times(int requests) {
		this.often = new FaultFrequency(this.often.skip(), requests, this.often.probability(), this.often.seed());
		return this;
	}

	/**
	 * Strikes until healed. This is the default.
	 * @return this
	 */
	public FaultBuilder always() {
		this.often = new FaultFrequency(this.often.skip(), Long.MAX_VALUE, this.often.probability(), this.often.seed());
		return this;
	}

	/**
	 * Strikes a share of the requests, drawn by a generator of its own.
	 * @param probability the share, greater than 0 and at most 1
	 * @param seed the generator's seed: the same seed strikes the same requests
	 * @return this
	 */
	public FaultBuilder withProbability(double probability, long seed) {
		this.often = new FaultFrequency(this.often.skip(), this.often.times(), probability, seed);
		return this;
	}

	/**
	 * Refuses with ThrottlingException "Rate exceeded", HTTP 400.
	 * @return the fault
	 */
	public Fault throttle() {
		return refuse("throttle", ServiceException.throttled());
	}

	/**
	 * Refuses with any error.
	 * @param status the HTTP status, for instance 500
	 * @param type the error type, for instance {@code InternalFailure}
	 * @param message the text
	 * @return the fault
	 */
	public Fault error(int status, String type, String message) {
		return refuse(status + " " + type, new ServiceException(status, type, message));
	}

	/**
	 * Refuses with ServiceUnavailableException, HTTP 503.
	 * @return the fault
	 */
	public Fault serviceUnavailable() {
		return serviceUnavailable(Map.of());
	}

	/**
	 * Refuses with ServiceUnavailableException, HTTP 503, and a {@code Retry-After}
	 * header.
	 * @param retryAfter how long to wait, in whole seconds
	 * @return the fault
	 */
	public Fault serviceUnavailable(Duration retryAfter) {
		return serviceUnavailable(Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
	}

	/**
	 * Refuses with AccessDeniedException, HTTP 400.
	 * @return the fault
	 */
	public Fault deny() {
		return refuse("deny", new ServiceException(400, "AccessDeniedException",
				"User: arn:aws:sts::000000000000:assumed-role/test/session is not authorized to perform this action "
						+ "because no identity-based policy allows it"));
	}

	/**
	 * Refuses with ExpiredTokenException, HTTP 400.
	 * @return the fault
	 */
	public Fault expiredToken() {
		return refuse("expired token", new ServiceException(400, "ExpiredTokenException",
				"The security token included in the request is expired"));
	}

	/**
	 * Refuses with UnrecognizedClientException, HTTP 400.
	 * @return the fault
	 */
	public Fault unrecognizedClient() {
		return refuse("unrecognized client", new ServiceException(400, "UnrecognizedClientException",
				"The security token included in the request is invalid."));
	}

	/**
	 * Refuses, as a whole, a request that brings a message that matches. Such a request
	 * is not carried out; others are not concerned.
	 * @param messages the condition; must be thread-safe
	 * @return the fault
	 */
	public Fault poison(Predicate<String> messages) {
		return add("poison", (latch) -> new Effects.Poison(messages));
	}

	/**
	 * Never answers, and does not carry the request out. When the fault is healed or the
	 * server stopped the connection is closed.
	 * @return the fault
	 */
	public Fault hang() {
		return add("hang", Effects.Hang::new);
	}

	/**
	 * Resets the connection, and does not carry the request out.
	 * @return the fault
	 */
	public Fault resetConnection() {
		return add("reset connection", (latch) -> new Effects.Reset());
	}

	/**
	 * Resets the connection when half of the request's body has been read, and does not
	 * carry the request out. Nothing but the operation is known by then: a condition on
	 * the group or the stream never holds. Strikes before faults of other kinds.
	 * @return the fault
	 */
	public Fault resetWithinRequest() {
		return add("reset within request", (latch) -> new Effects.ResetWithinBody());
	}

	/**
	 * Carries the request out and waits before the answer is sent.
	 * @param delay how long, in real time
	 * @return the fault
	 */
	public Fault slow(Duration delay) {
		return add("slow", (latch) -> new Effects.Slow(delay, latch));
	}

	/**
	 * Carries the request out and sends the answer byte by byte.
	 * @param pause how long to wait after each byte, in real time
	 * @return the fault
	 */
	public Fault trickle(Duration pause) {
		return add("trickle", (latch) -> new Effects.Trickle(pause, latch));
	}

	/**
	 * Carries the request out, sends a part of the answer, and resets the connection.
	 * @return the fault
	 */
	public Fault cutAnswer() {
		return add("cut answer", (latch) -> new Effects.Cut());
	}

	/**
	 * Carries the request out and closes the connection without an answer.
	 * @return the fault
	 */
	public Fault loseAnswer() {
		return add("lose answer", (latch) -> new Effects.Lose());
	}

	/**
	 * Rejects the first events of a batch as too old, with HTTP 200.
	 * @param events how many, or all where there are fewer
	 * @return the fault
	 */
	public Fault rejectTooOld(int events) {
		return add("reject too old", (latch) -> new Effects.Reject(events, 0, 0));
	}

	/**
	 * Rejects the first events of a batch as expired, with HTTP 200.
	 * @param events how many, or all where there are fewer
	 * @return the fault
	 */
	public Fault rejectExpired(int events) {
		return add("reject expired", (latch) -> new Effects.Reject(0, events, 0));
	}

	/**
	 * Rejects the last events of a batch as too new, with HTTP 200.
	 * @param events how many, or all where there are fewer
	 * @return the fault
	 */
	public Fault rejectTooNew(int events) {
		return add("reject too new", (latch) -> new Effects.Reject(0, 0, events));
	}

	/**
	 * Rejects the entity, with HTTP 200; the events are stored.
	 * @param errorType the error type, for instance {@code InvalidAttributes}
	 * @return the fault
	 */
	public Fault rejectEntity(String errorType) {
		return add("reject entity", (latch) -> new Effects.RejectEntity(errorType));
	}

	private Fault serviceUnavailable(Map<String, String> headers) {
		return refuse("service unavailable", new ServiceException(503, "ServiceUnavailableException",
				"The service cannot complete the request.", headers));
	}

	private Fault refuse(String kind, ServiceException refusal) {
		return add(kind, (latch) -> new Effects.Refuse(refusal));
	}

	private Fault add(String kind, Function<CountDownLatch, Effect> effect) {
		CountDownLatch healed = new CountDownLatch(1);
		return this.plan.add(new Fault(kind + " on " + this.subject + this.often, this.calls, effect.apply(healed),
				healed, this.often));
	}

}
