package ai.chronom.m365.scan;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks over an answer of Graph as a stream. What is not as expected counts as a warning and gives
 * null; what isn't JSON, is nested too deep or has too many elements throws {@link Unreadable}.
 */
final class JsonCursor implements AutoCloseable {
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
  private static final int DEPTH_MAX = 32;
  private static final int ELEMENTS_MAX = 10_000;
  private static final int GUID_CHARS = 36;
  private static final int COUNT_MAX_DIGITS = 10;

  private final JsonParser parser;
  private int depth;
  private long warnings;

  /** Throws {@link Unreadable} when there is nothing to read. */
  JsonCursor(InputStream body) {
    try {
      parser = PARSERS.createParser(new TokenGuard(body));
    } catch (JsonException e) {
      throw broken();
    }
  }

  /** Reads the fields of the object that comes next; anything else is a warning. */
  void object(Consumer<String> onField) {
    Event event = next();
    if (event == Event.START_OBJECT) {
      fields(onField);
    } else {
      unexpected(event);
    }
  }

  /** Visits each element of the array that comes next; false when it is none, which warns. */
  boolean objects(Runnable onObject, Consumer<String> onField) {
    Event event = next();
    if (event != Event.START_ARRAY) {
      unexpected(event);
      return false;
    }
    int elements = 0;
    for (Event element = next(); element != Event.END_ARRAY; element = next()) {
      requireFew(++elements);
      if (element == Event.START_OBJECT) {
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
    Event event = next();
    if (event != Event.START_ARRAY) {
      unexpected(event);
      return;
    }
    int elements = 0;
    for (Event element = next(); element != Event.END_ARRAY; element = next()) {
      requireFew(++elements);
      if (element == Event.VALUE_STRING) {
        onString.accept(parser.getString());
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
    Event event = next();
    if (event == Event.VALUE_TRUE || event == Event.VALUE_FALSE) {
      return event == Event.VALUE_TRUE ? "true" : "false";
    }
    if (event == Event.VALUE_STRING) {
      return cleaned(parser.getString(), maxChars);
    }
    unexpected(event);
    return null;
  }

  /** Null when absent or no number. */
  @Nullable Double decimal() {
    Event event = next();
    if (event == Event.VALUE_NUMBER) {
      double number = Double.parseDouble(parser.getString());
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
    Event event = next();
    if (event == Event.VALUE_TRUE || event == Event.VALUE_FALSE) {
      return event == Event.VALUE_TRUE;
    }
    unexpected(event);
    return null;
  }

  /** 0 when absent, negative, no integer or beyond its range. */
  int count() {
    Event event = next();
    if (event != Event.VALUE_NUMBER) {
      unexpected(event);
      return 0;
    }
    try {
      BigDecimal number = parser.getBigDecimal();
      if (number.signum() >= 0 && number.precision() - number.scale() <= COUNT_MAX_DIGITS) {
        return number.intValueExact();
      }
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      // Counted below like any other malformed value; the parser refuses thousands of digits.
    }
    warn();
    return 0;
  }

  /** Passes over whatever comes next. */
  void skip() {
    passOver(next());
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
    try {
      if (parser.hasNext()) {
        throw new Unreadable("Microsoft Graph's answer goes on behind its end.");
      }
    } catch (JsonException e) {
      throw broken();
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (JsonException e) {
      // What was read is complete already: a connection that fails to close costs nothing.
      warn();
    }
  }

  private void fields(Consumer<String> onField) {
    int fields = 0;
    for (Event event = next(); event != Event.END_OBJECT; event = next()) {
      requireFew(++fields);
      onField.accept(parser.getString());
    }
  }

  private @Nullable String string() {
    Event event = next();
    if (event == Event.VALUE_STRING) {
      return parser.getString();
    }
    unexpected(event);
    return null;
  }

  private @Nullable String guid(String text) {
    if (text.length() == GUID_CHARS) {
      try {
        return UUID.fromString(text).toString().toLowerCase(Locale.ROOT);
      } catch (IllegalArgumentException e) {
        // Counted below like any other malformed value.
      }
    }
    warn();
    return null;
  }

  /** Null is Graph's way to say that there is no value; all else is a surprise. */
  private void unexpected(Event event) {
    if (event != Event.VALUE_NULL) {
      warn();
      passOver(event);
    }
  }

  private void passOver(Event event) {
    if (event != Event.START_OBJECT && event != Event.START_ARRAY) {
      return;
    }
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  private Event next() {
    Event event;
    try {
      event = parser.next();
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw broken();
    }
    if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
      depth++;
    } else if (event == Event.END_OBJECT || event == Event.END_ARRAY) {
      depth--;
    }
    if (depth > DEPTH_MAX) {
      throw new Unreadable(
          "Microsoft Graph's answer is nested deeper than " + DEPTH_MAX + " levels.");
    }
    return event;
  }

  /** Without its cause: a parser quotes what it reads. */
  private static Unreadable broken() {
    return new Unreadable("Microsoft Graph's answer ended early or is not JSON.");
  }

  private static void requireFew(int elements) {
    if (elements > ELEMENTS_MAX) {
      throw new Unreadable(
          "Microsoft Graph's answer has a list of more than " + ELEMENTS_MAX + ".");
    }
  }
}
