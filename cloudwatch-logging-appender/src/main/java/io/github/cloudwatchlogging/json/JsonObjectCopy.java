package io.github.cloudwatchlogging.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads a text that claims to be one JSON object, by the grammar of RFC 8259, and writes
 * it again without the blanks and line ends between its parts. Not thread-safe.
 */
public final class JsonObjectCopy {

	private static final int DEEPEST = 100;

	private final String text;

	private final JsonWriter target;

	private final TextMapper mapper;

	private final @Nullable String requiredName;

	private boolean sawRequiredName;

	private int index;

	private JsonObjectCopy(String text, JsonWriter target, TextMapper mapper, @Nullable String requiredName) {
		this.text = text;
		this.target = target;
		this.mapper = mapper;
		this.requiredName = requiredName;
		this.sawRequiredName = requiredName == null;
	}

	/**
	 * Writes the object again.
	 * @param text the text
	 * @param target takes the object as its root; left as it was where it is none
	 * @param mapper has a say in the values
	 * @param requiredName a member that the object must have, or {@code null}
	 * @return whether the text is such an object, at most 100 levels deep
	 */
	public static boolean write(String text, JsonWriter target, TextMapper mapper, @Nullable String requiredName) {
		JsonObjectCopy copy = new JsonObjectCopy(text, target, mapper, requiredName);
		int before = target.size();
		if (copy.next() == '{' && copy.value(0) && copy.next() < 0 && copy.sawRequiredName) {
			return true;
		}
		target.cut(before);
		return false;
	}

	/**
	 * Returns the next character that is no white space, or -1 at the end. It stays the
	 * next one.
	 */
	private int next() {
		while (this.index < this.text.length()) {
			char next = this.text.charAt(this.index);
			if (next != ' ' && next != '\t' && next != '\n' && next != '\r') {
				return next;
			}
			this.index++;
		}
		return -1;
	}

	private boolean take(char expected) {
		if (next() != expected) {
			return false;
		}
		this.index++;
		return true;
	}

	private boolean value(int depth) {
		int first = next();
		if (first == '{') {
			return depth < DEEPEST && object(depth);
		}
		if (first == '[') {
			return depth < DEEPEST && array(depth);
		}
		if (first == '"') {
			String string = JsonTokens.stringAt(this.text, this.index);
			if (string != null) {
				this.index = JsonTokens.endOfString(this.text, this.index);
				this.target.value(this.mapper.map(string));
			}
			return string != null;
		}
		return literal();
	}

	private boolean literal() {
		int end = JsonTokens.endOfLiteral(this.text, this.index);
		if (end == this.index) {
			return false;
		}
		String literal = this.text.substring(this.index, end);
		String mapped = this.mapper.map(literal);
		if (mapped.equals(literal)) {
			this.target.literal(literal);
		}
		else {
			this.target.value(mapped);
		}
		this.index = end;
		return true;
	}

	private boolean object(int depth) {
		this.index++;
		this.target.beginObject();
		boolean more = next() != '}';
		while (more) {
			if (!member(depth)) {
				return false;
			}
			more = take(',');
		}
		this.target.endObject();
		return take('}');
	}

	private boolean member(int depth) {
		String name = (next() == '"') ? JsonTokens.stringAt(this.text, this.index) : null;
		if (name == null) {
			return false;
		}
		this.index = JsonTokens.endOfString(this.text, this.index);
		this.sawRequiredName |= depth == 0 && name.equals(this.requiredName);
		this.target.name(name);
		int beforeValue = this.target.size();
		if (!take(':') || !value(depth + 1)) {
			return false;
		}
		if (this.mapper.replaces(name)) {
			this.target.cut(beforeValue);
			this.target.value(this.mapper.replacement());
		}
		return true;
	}

	private boolean array(int depth) {
		this.index++;
		this.target.beginArray();
		boolean more = next() != ']';
		while (more) {
			if (!value(depth + 1)) {
				return false;
			}
			more = take(',');
		}
		this.target.endArray();
		return take(']');
	}

}
