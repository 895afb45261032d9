package io.github.cloudwatchlogging.batch;

import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;

/**
 * Where the bytes of one batch live: in memory or in a file. Not thread-safe while events
 * are appended: guarded as its batch is. Once the batch is sealed any thread may read it.
 */
public interface EventRecords {

	/**
	 * Appends one event.
	 * @param timestamp its time in milliseconds since the epoch
	 * @param message its message
	 * @param severity how much of the room it may claim
	 * @return what happened; unless it is {@link Appending#APPENDED}, nothing has changed
	 */
	Appending append(long timestamp, MessageBytes message, Severity severity);

	/**
	 * Shows all events in the order in which they were appended.
	 * @param visitor is shown each event; a buffer stays as it is until the last was
	 * shown
	 */
	void forEach(EventVisitor visitor);

	/**
	 * No event will be appended any more.
	 */
	default void seal() {
	}

	/**
	 * Makes sure that the events appended so far survive whatever they are to survive.
	 * Unlike the other methods it is called without the lock, by the thread of a log call
	 * that waits for it.
	 */
	default void sync() {
	}

	/**
	 * The first events, in the order in which a batch is sent, have ended.
	 * @param count how many of all
	 */
	default void settled(int count) {
	}

	/**
	 * Gives the room back: all events have ended.
	 */
	void release();

	/**
	 * Lets go of events that have not ended, because the engine stops.
	 * @return whether they will be delivered by whoever starts next; if not, they are
	 * lost
	 */
	default boolean leave() {
		return false;
	}

	/**
	 * What became of an event.
	 */
	enum Appending {

		/**
		 * It is kept.
		 */
		APPENDED,

		/**
		 * There is no room for it.
		 */
		NO_ROOM,

		/**
		 * There will be room in a moment.
		 */
		NOT_READY,

		/**
		 * What is kept stays, but nothing can be added: it needs another batch.
		 */
		BROKEN

	}

}
