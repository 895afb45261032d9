package io.github.cloudwatchlogging.settings;

/**
 * What is created when the service says that it is missing.
 *
 * @param group whether log groups are
 * @param stream whether log streams are
 */
public record CreateSettings(boolean group, boolean stream) {

	/**
	 * Both.
	 */
	public static final CreateSettings DEFAULT = new CreateSettings(true, true);

}
