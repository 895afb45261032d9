package io.github.cloudwatchlogging.test.api;

/**
 * Whose groups these are, as it shows in their ARNs.
 *
 * @param region the Region, for instance {@code us-east-1}
 * @param id the account, twelve digits
 */
public record Account(String region, String id) {

	private static final String RESOURCE = ":log-group:";

	String groupArn(String group) {
		return "arn:aws:logs:" + this.region + ":" + this.id + RESOURCE + group;
	}

	String streamArn(String group, String stream) {
		return groupArn(group) + ":log-stream:" + stream;
	}

	/**
	 * Returns the name in an ARN, with or without {@code :*} at its end, or the text
	 * itself where it is no ARN.
	 */
	static String groupOf(String nameOrArn) {
		int resource = nameOrArn.indexOf(RESOURCE);
		if (!nameOrArn.startsWith("arn:") || resource < 0) {
			return nameOrArn;
		}
		String name = nameOrArn.substring(resource + RESOURCE.length());
		return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
	}

}
