package io.github.cloudwatchlogging.mask;

import org.jspecify.annotations.Nullable;

/**
 * Replaces the numbers of payment cards: 13 to 19 digits, also in groups with single
 * blanks or hyphens between them, whose last one is the check digit that Luhn's formula
 * yields. Without that check every tenth number of an order would be taken for one.
 */
final class CardNumberMask implements TextMask {

	private static final int LEAST_DIGITS = 13;

	private static final int MOST_DIGITS = 19;

	private final String replacement;

	CardNumberMask(String replacement) {
		this.replacement = replacement;
	}

	@Override
	public String apply(String text) {
		StringBuilder masked = null;
		int from = 0;
		int index = 0;
		while (index < text.length()) {
			if (!isDigit(text, index)) {
				index++;
				continue;
			}
			int end = endOfNumber(text, index);
			if (isCardNumber(text, index, end)) {
				masked = replace(masked, text, from, index);
				from = end;
			}
			index = end;
		}
		return (masked != null) ? masked.append(text, from, text.length()).toString() : text;
	}

	private StringBuilder replace(@Nullable StringBuilder masked, String text, int from, int start) {
		StringBuilder result = (masked != null) ? masked : new StringBuilder(text.length());
		return result.append(text, from, start).append(this.replacement);
	}

	private static int endOfNumber(String text, int start) {
		int end = start + 1;
		while (isDigit(text, end) || (isSeparator(text, end) && isDigit(text, end + 1))) {
			end++;
		}
		return end;
	}

	private static boolean isCardNumber(String text, int start, int end) {
		int digits = 0;
		int sum = 0;
		for (int index = end - 1; index >= start; index--) {
			if (isDigit(text, index)) {
				int digit = text.charAt(index) - '0';
				int weighted = (digits % 2 == 1) ? digit * 2 : digit;
				sum += (weighted > 9) ? weighted - 9 : weighted;
				digits++;
			}
		}
		return digits >= LEAST_DIGITS && digits <= MOST_DIGITS && sum % 10 == 0;
	}

	private static boolean isDigit(String text, int index) {
		return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
	}

	private static boolean isSeparator(String text, int index) {
		return index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '-');
	}

}
