package io.github.cloudwatchlogging.logback.format;

/**
 * Takes the bytes of an encoded event while they last.
 */
@FunctionalInterface
public interface EncodedEvent {

	/**
	 * Takes the bytes, if it can do so at once. They belong to the encoder, which writes
	 * the next event over them as soon as this returns.
	 * @param bytes the memory that they are in; not to be changed
	 * @param length how many of them there are, from the first on
	 * @return whether it is done with them; if not, it is given a copy
	 */
	boolean accept(byte[] bytes, int length);

}
