package ai.chronom.m365.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which schemas of the product's OpenAPI document can be in an answer, and what they hold. Reads
 * the YAML by its indentation, which the generator keeps.
 */
final class AnswerSchemas {
  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Set<String>> properties = new TreeMap<>();
  private final Map<String, Set<String>> references = new TreeMap<>();
  private final Set<String> answered = new TreeSet<>();

  AnswerSchemas(String yaml) {
    List<String> place = new ArrayList<>();
    yaml.lines()
        .filter(line -> line.strip().matches("(- )?\"?[^\\s:]+\"?:( .*)?"))
        .forEach(line -> read(line, place));
  }

  private void read(String line, List<String> place) {
    int depth = (line.length() - line.stripLeading().length()) / 2;
    String key = line.strip().replaceFirst("^- ", "").replaceFirst(":.*", "");
    while (place.size() > depth) {
      place.remove(place.size() - 1);
    }
    while (place.size() < depth) {
      place.add("");
    }
    place.add(key);
    boolean ofSchema = place.size() > 2 && place.get(1).equals("schemas");
    if (ofSchema && place.size() == 5 && place.get(3).equals("properties")) {
      properties.computeIfAbsent(place.get(2), any -> new TreeSet<>()).add(key);
    }
    int at = line.indexOf(REFERENCE);
    if (at >= 0) {
      String to = line.substring(at + REFERENCE.length()).replaceAll("\"\\s*$", "");
      if (ofSchema) {
        references.computeIfAbsent(place.get(2), any -> new TreeSet<>()).add(to);
      } else if (place.contains("responses")) {
        answered.add(to);
      }
    }
  }

  /** Directly or inside of another one. */
  Set<String> inAnswers() {
    Set<String> all = new TreeSet<>();
    Deque<String> ahead = new ArrayDeque<>(answered);
    while (!ahead.isEmpty()) {
      String schema = ahead.poll();
      if (all.add(schema)) {
        ahead.addAll(references.getOrDefault(schema, Set.of()));
      }
    }
    return all;
  }

  Set<String> properties(String schema) {
    return properties.getOrDefault(schema, Set.of());
  }
}
