package io.github.cloudwatchlogging.test.fault;

/**
 * How often a fault strikes the requests that concern it.
 *
 * @param skip how many of them it lets pass first
 * @param times how many it strikes at most
 * @param probability the share of the others that it strikes, in (0, 1]
 * @param seed the seed of the draw
 */
record FaultFrequency(long skip, long times, double probability, long seed) {

	static final FaultFrequency ALWAYS = new FaultFrequency(0, Long.MAX_VALUE, 1, 0);

	FaultFrequency {
		if (skip < 0 || times < 1) {
			throw new IllegalArgumentException("Cannot skip " + skip + " requests and strike " + times);
		}
		if (!(probability > 0 && probability <= 1)) {
			throw new IllegalArgumentException("Probability must be in (0, 1]: " + probability);
		}
	}

	@Override
	public String toString() {
		String share = (this.probability < 1) ? " with probability " + this.probability : "";
		String number = (this.times < Long.MAX_VALUE) ? " " + this.times + " times" : " always";
		return ((this.skip > 0) ? " after " + this.skip : "") + number + share;
	}

}
