package io.github.cloudwatchlogging.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.settings.MaskPreset;
import io.github.cloudwatchlogging.settings.MaskSettings;

/**
 * Replaces what must not be seen, by a member's name and by what is in a text.
 * Thread-safe.
 */
public final class Masking {

	private final MaskSettings settings;

	private final TextMask[] masks;

	private Masking(MaskSettings settings) {
		this.settings = settings;
		List<TextMask> all = new ArrayList<>();
		for (MaskPreset preset : MaskPreset.values()) {
			if (settings.presets().contains(preset)) {
				all.add(PresetMasks.mask(preset, settings.replacement()));
			}
		}
		for (Pattern pattern : settings.patterns()) {
			all.add(new PatternMask(pattern, settings.replacement()));
		}
		this.masks = all.toArray(new TextMask[0]);
	}

	/**
	 * Returns the masking of the settings.
	 * @param settings what to replace
	 * @return the masking
	 */
	public static Masking of(MaskSettings settings) {
		return new Masking(settings);
	}

	/**
	 * Returns whether anything is looked for in texts.
	 * @return whether {@link #text} can change anything
	 */
	public boolean readsTexts() {
		return this.masks.length > 0;
	}

	/**
	 * Returns whether a member's whole value is to be replaced.
	 * @param name the member's name
	 * @return whether it is masked
	 */
	public boolean hides(String name) {
		return this.settings.names().matches(name);
	}

	/**
	 * Returns what takes the place of a value.
	 * @return the text
	 */
	public String replacement() {
		return this.settings.replacement();
	}

	/**
	 * Returns a text without what must not be seen.
	 * @param text the text
	 * @return the very same text where there is nothing to replace
	 */
	public String text(String text) {
		String masked = text;
		for (TextMask mask : this.masks) {
			masked = mask.apply(masked);
		}
		return masked;
	}

}
