package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.spool.SpoolListener;

/**
 * Hears what an operator should know, once each time that it begins or ends. Called on
 * the engine's threads, and on the thread that stops the engine.
 */
public interface DeliveryListener extends TroubleListener, SpoolListener {

	/**
	 * An event was given up because the service refused it for good.
	 * @param destination the lane's
	 * @param event what there is to find it by
	 * @param trouble why
	 */
	void eventRefused(Destination destination, EventExcerpt event, Trouble trouble);

	/**
	 * A batch was given up because the service refused it for good, and no single event
	 * was to blame.
	 * @param destination the lane's
	 * @param events how many events of it were given up
	 * @param trouble why
	 */
	void batchRefused(Destination destination, int events, Trouble trouble);

	/**
	 * A batch was given up because it cannot be read back from where it is kept.
	 * @param destination the lane's
	 * @param events how many events were given up
	 * @param trouble why
	 */
	void batchUnreadable(Destination destination, int events, Trouble trouble);

	/**
	 * Events were given up because the service would not take them any more: they had
	 * been kept for too long.
	 * @param destination the lane's
	 * @param events how many
	 */
	void eventsExpired(Destination destination, int events);

	/**
	 * The service took a batch but left events out.
	 * @param destination the lane's
	 * @param events how many were left out
	 */
	void eventsRejected(Destination destination, long events);

	/**
	 * The service took events but not the entity that they come from. Told once for each
	 * kind of error.
	 * @param destination the lane's
	 * @param errorType the service's name for the error
	 */
	void entityRejected(Destination destination, String errorType);

	/**
	 * A log group was created without its tags.
	 * @param group the group's name
	 * @param trouble why
	 */
	void tagsMissing(String group, Trouble trouble);

	/**
	 * The retention of a new log group cannot be set, or for another reason than before.
	 * @param group the group's name
	 * @param trouble why
	 */
	void retentionFailing(String group, Trouble trouble);

	/**
	 * The retention of a new log group is set after all.
	 * @param group the group's name
	 */
	void retentionSet(String group);

	/**
	 * The buffer is full: events are being dropped.
	 */
	void bufferFull();

	/**
	 * The buffer has room again.
	 * @param dropped how many events were dropped meanwhile
	 */
	void bufferHasRoom(long dropped);

	/**
	 * Something of our own broke; the engine goes on.
	 * @param defect what was thrown
	 */
	void defect(Throwable defect);

	/**
	 * The engine stopped before all was delivered.
	 * @param result what was left
	 * @param inSpool how many of the events that were left are kept for whoever starts
	 * next
	 */
	void leftBehind(FlushResult result, long inSpool);

}
