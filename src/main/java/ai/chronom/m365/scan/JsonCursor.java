package ai.chronom.m365.scan;

import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Walks over an answer of Graph as a stream. What is not as expected counts as a warning and gives
 * null; what isn't JSON, is nested too deep or has too many elements throws {@link Unreadable}.
 */
final class JsonCursor implements AutoCloseable {
  private static final int ELEMENTS_MAX = 10_000;
  private static final int COUNT_MAX_DIGITS = 10;

  private final JsonTokens tokens;
  private long warnings;

  /** Throws {@link Unreadable} when there is nothing to read. */
  JsonCursor(InputStream body) {
    tokens = new JsonTokens(body);
  }

  /** Reads the fields of the object that comes next; anything else is a warning. */
  void object(Consumer<String> onField) {
    JsonToken event = next();
    if (event == JsonToken.START_OBJECT) {
      fields(onField);
    } else {
      unexpected(event);
    }
  }

  /** Visits each element of the array that comes next; false when it is none, which warns. */
  boolean objects(Runnable onObject, Consumer<String> onField) {
    JsonToken event = next();
    if (event != JsonToken.START_ARRAY) {
      unexpected(event);
      return false;
    }
    int elements = 0;
    for (JsonToken element = next(); element != JsonToken.END_ARRAY; element = next()) {
      requireFew(++elements);
      if (element == JsonToken.START_OBJECT) {
        fields(onField);
        onObject.run();
      } else {
        unexpected(element);
      }
    }
    return true;
  }

  /** Visits each GUID of the array that comes next, in lower case. */
  void guids(Consumer<String> onGuid) {
    strings(
        text -> {
          String guid = guid(text);
          if (guid != null) {
            onGuid.accept(guid);
          }
        });
  }

  /** Visits each text of the array that comes next. */
  void texts(int maxChars, Consumer<String> onText) {
    strings(text -> onText.accept(cleaned(text, maxChars)));
  }

  private void strings(Consumer<String> onString) {
    JsonToken event = next();
    if (event != JsonToken.START_ARRAY) {
      unexpected(event);
      return;
    }
    int elements = 0;
    for (JsonToken element = next(); element != JsonToken.END_ARRAY; element = next()) {
      requireFew(++elements);
      if (element == JsonToken.VALUE_STRING) {
        onString.accept(tokens.text());
      } else {
        unexpected(element);
      }
    }
  }

  /** Null when absent; longer text is cut and counts as a warning. */
  @Nullable String text(int maxChars) {
    String raw = string();
    return raw == null ? null : cleaned(raw, maxChars);
  }

  private String cleaned(String raw, int maxChars) {
    if (raw.length() > maxChars) {
      warn();
    }
    return GraphText.clean(raw, maxChars);
  }

  /** Text, or true or false as text; null when absent. */
  @Nullable String word(int maxChars) {
    JsonToken event = next();
    if (event == JsonToken.VALUE_TRUE || event == JsonToken.VALUE_FALSE) {
      return event == JsonToken.VALUE_TRUE ? "true" : "false";
    }
    if (event == JsonToken.VALUE_STRING) {
      return cleaned(tokens.text(), maxChars);
    }
    unexpected(event);
    return null;
  }

  /** Null when absent or no number. */
  @Nullable Double decimal() {
    JsonToken event = next();
    if (event.isNumeric()) {
      double number = Double.parseDouble(tokens.text());
      return Double.isFinite(number) ? number : null;
    }
    unexpected(event);
    return null;
  }

  /** A GUID in lower case; null when absent or none. */
  @Nullable String guid() {
    String raw = string();
    return raw == null || raw.isEmpty() ? null : guid(raw);
  }

  /** Null when absent, empty, or Entra's word for never, {@code 0001-01-01T00:00:00Z}. */
  @Nullable Instant time() {
    String raw = string();
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    return GraphTime.parse(raw, this::warn);
  }

  /** Null when absent or neither true nor false. */
  @Nullable Boolean flag() {
    JsonToken event = next();
    if (event == JsonToken.VALUE_TRUE || event == JsonToken.VALUE_FALSE) {
      return event == JsonToken.VALUE_TRUE;
    }
    unexpected(event);
    return null;
  }

  /** 0 when absent, negative, no integer or beyond its range. */
  int count() {
    JsonToken event = next();
    if (!event.isNumeric()) {
      unexpected(event);
      return 0;
    }
    Integer count = JsonTokens.count(tokens.text(), COUNT_MAX_DIGITS);
    if (count != null) {
      return count;
    }
    warn();
    return 0;
  }

  /** Passes over whatever comes next. */
  void skip() {
    tokens.passOver(next());
  }

  /** Something was missing or malformed. */
  void warn() {
    warnings++;
  }

  long warnings() {
    return warnings;
  }

  /** Throws when something follows the answer's one value. */
  void requireEnd() {
    tokens.requireEnd();
  }

  @Override
  public void close() {
    if (!tokens.close()) {
      warn();
    }
  }

  private void fields(Consumer<String> onField) {
    int fields = 0;
    for (JsonToken event = next(); event != JsonToken.END_OBJECT; event = next()) {
      requireFew(++fields);
      onField.accept(tokens.name());
    }
  }

  private @Nullable String string() {
    JsonToken event = next();
    if (event == JsonToken.VALUE_STRING) {
      return tokens.text();
    }
    unexpected(event);
    return null;
  }

  private @Nullable String guid(String text) {
    String guid = GraphText.guid(text);
    if (guid == null) {
      warn();
    }
    return guid;
  }

  /** Null is Graph's way to say that there is no value; all else is a surprise. */
  private void unexpected(JsonToken event) {
    if (event != JsonToken.VALUE_NULL) {
      warn();
      tokens.passOver(event);
    }
  }

  private JsonToken next() {
    return tokens.next();
  }

  private static void requireFew(int elements) {
    if (elements > ELEMENTS_MAX) {
      throw new Unreadable(
          "Microsoft Graph's answer has a list of more than " + ELEMENTS_MAX + ".");
    }
  }
}
