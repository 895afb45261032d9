package io.github.cloudwatchlogging.settings;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of enums as people write them: in lower case, with dashes.
 */
public final class Choices {

	private Choices() {
	}

	/**
	 * Returns the choice that a text names.
	 * @param <E> the type of the choice
	 * @param setting the setting's name, for the exception
	 * @param text the text, in any case, with dashes or underscores
	 * @param type the choices
	 * @return the choice
	 * @throws InvalidSettingException if there is no such choice
	 */
	public static <E extends Enum<E>> E of(String setting, String text, Class<E> type) {
		String normal = Checks.normal(text);
		return Stream.of(type.getEnumConstants())
			.filter((choice) -> name(choice).equals(normal))
			.findFirst()
			.orElseThrow(() -> new InvalidSettingException(setting, text, "There is no such choice.", "Choose one of "
					+ Stream.of(type.getEnumConstants()).map(Choices::name).collect(Collectors.joining(", ")) + "."));
	}

	/**
	 * Returns how a choice is written in a property.
	 * @param choice the choice
	 * @return its name, such as {@code drop-newest}
	 */
	public static String name(Enum<?> choice) {
		return Checks.normal(choice.name());
	}

}
