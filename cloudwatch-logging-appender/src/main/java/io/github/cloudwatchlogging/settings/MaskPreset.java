package io.github.cloudwatchlogging.settings;

/**
 * What can be found in texts, and replaced, without a pattern of the user's own.
 */
public enum MaskPreset {

	/**
	 * The value of a header {@code Authorization} or {@code Proxy-Authorization}, to the
	 * end of its line or of its quotes.
	 */
	AUTHORIZATION,

	/**
	 * What follows {@code Bearer}.
	 */
	BEARER_TOKEN,

	/**
	 * JSON Web Tokens.
	 */
	JWT,

	/**
	 * Numbers of 13 to 19 digits, also in groups, with the check digit of payment cards.
	 */
	CARD_NUMBER,

	/**
	 * What is assigned, with {@code =} or {@code :}, to a password, a secret, a token or
	 * an API key.
	 */
	PASSWORD,

	/**
	 * The ids of AWS access keys.
	 */
	AWS_ACCESS_KEY

}
