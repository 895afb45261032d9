package io.github.cloudwatchlogging.faults;

/**
 * One event of a load, as its message says.
 *
 * @param caller the number of the thread that logged it
 * @param number its number among the events of that thread
 * @param odd whether it is one of the {@link OddEvents}
 */
record NumberedEvent(int caller, int number, boolean odd) {

	private static final String ODD = "odd";

	static NumberedEvent parse(String message) {
		String[] words = message.split(" ", 3);
		return new NumberedEvent(Integer.parseInt(words[0]), Integer.parseInt(words[1]), isOdd(message));
	}

	static boolean isOdd(String message) {
		return message.endsWith(ODD);
	}

	@Override
	public String toString() {
		return this.caller + " " + this.number + " " + (this.odd ? ODD : "even");
	}

}
