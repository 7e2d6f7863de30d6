package ai.chronom.m365.graph;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/**
 * Small JSON answers of a remote host, which may be hostile: a parser sees only what keeps the
 * limits of depth and string length.
 */
final class JsonText {
  static final int MAX_DEPTH = 64;
  static final int MAX_STRING_BYTES = 1 << 20;

  private JsonText() {}

  /** Empty when it is no JSON object or breaks a limit. */
  static Optional<JsonObject> object(byte[] utf8) {
    if (!keepsLimits(utf8)) {
      return Optional.empty();
    }
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(utf8))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** The string at that key; {@code otherwise} when there is none. */
  static String string(JsonObject object, String key, String otherwise) {
    return object.get(key) instanceof JsonString text ? text.getString() : otherwise;
  }

  /** The object at that key; an empty one when there is none. */
  static JsonObject child(JsonObject object, String key) {
    return object.get(key) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** The array at that key; an empty one when there is none. */
  static JsonArray array(JsonObject object, String key) {
    return object.get(key) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static boolean keepsLimits(byte[] utf8) {
    int depth = 0;
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] == '"') {
        int end = endOfString(utf8, i + 1);
        if (end - i > MAX_STRING_BYTES) {
          return false;
        }
        i = end;
      } else if (utf8[i] == '{' || utf8[i] == '[') {
        depth++;
      } else if (utf8[i] == '}' || utf8[i] == ']') {
        depth--;
      }
      if (depth > MAX_DEPTH) {
        return false;
      }
    }
    return true;
  }

  private static int endOfString(byte[] utf8, int start) {
    int i = start;
    while (i < utf8.length && utf8[i] != '"') {
      i += utf8[i] == '\\' ? 2 : 1;
    }
    return i;
  }
}
