package ai.chronom.m365.findings;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and facts of a finding as texts for a column; each value is cut to a bearable length. */
final class FindingText {
  private static final int VALUE_MAX_CHARS = 300;

  /** Looked up once: {@code Json.create…} asks the class loader each time, for 0.1 ms. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private FindingText() {}

  static String write(List<String> lines) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    lines.forEach(line -> array.add(bearable(line)));
    return array.build().toString();
  }

  static String write(Map<String, String> facts) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    facts.forEach((label, value) -> object.add(bearable(label), bearable(value)));
    return object.build().toString();
  }

  static List<String> lines(String column) {
    try (JsonReader reader = JSON.createReader(new StringReader(column))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }

  static Map<String, String> facts(String column) {
    try (JsonReader reader = JSON.createReader(new StringReader(column))) {
      Map<String, String> facts = new LinkedHashMap<>();
      reader
          .readObject()
          .forEach((label, value) -> facts.put(label, ((JsonString) value).getString()));
      return facts;
    }
  }

  private static String bearable(String text) {
    return Texts.fit(text, VALUE_MAX_CHARS);
  }
}
