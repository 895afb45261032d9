package io.github.cloudwatchlogging.logback.format;

/**
 * The names that an event's members have so far; a hash table that is used again and
 * again. Not thread-safe.
 */
final class TakenNames {

	// More than twice as many as an event has members.
	private static final int PLACES = 512;

	private final String[] names = new String[PLACES];

	private final int[] used = new int[PLACES];

	private int count;

	/**
	 * Takes a name.
	 * @return whether it was free
	 */
	boolean add(String name) {
		int hash = name.hashCode();
		int place = (hash ^ hash >>> 16) & (PLACES - 1);
		while (this.names[place] != null) {
			if (this.names[place].equals(name)) {
				return false;
			}
			place = (place + 1) & (PLACES - 1);
		}
		this.names[place] = name;
		this.used[this.count++] = place;
		return true;
	}

	void clear() {
		while (this.count > 0) {
			this.names[this.used[--this.count]] = null;
		}
	}

}
