package io.github.cloudwatchlogging.mask;

/**
 * A text that can be read only so often: a pattern that takes exponential time on it is
 * stopped by an exception, because it runs on a thread of the application.
 */
final class BoundedText implements CharSequence {

	private static final int READS_PER_CHARACTER = 100;

	private static final int READS_AT_LEAST = 10_000;

	private final String text;

	private long readsLeft;

	BoundedText(String text) {
		this.text = text;
		this.readsLeft = READS_AT_LEAST + (long) READS_PER_CHARACTER * text.length();
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		if (this.readsLeft-- <= 0) {
			throw new ReadTooOftenException();
		}
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.subSequence(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

	static final class ReadTooOftenException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		ReadTooOftenException() {
			super("The pattern takes too long", null, false, false);
		}

	}

}
