package ai.chronom.m365.sandbox.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The OData part of a request's query; options that Graph does not know are refused as it refuses
 * them.
 */
record Query(Map<String, String> options) {
  private static final Set<String> KNOWN =
      Set.of(
          "$select",
          "$top",
          "$filter",
          "$count",
          "$skiptoken",
          "$skip",
          "$orderby",
          "$expand",
          "$search",
          "$format",
          "$deltatoken");

  static Query of(Map<String, String> parameters) {
    for (String name : parameters.keySet()) {
      if (name.startsWith("$") && !KNOWN.contains(name)) {
        throw GraphRefusal.badRequest("The query parameter '" + name + "' is not supported.");
      }
    }
    return new Query(parameters);
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** Empty when nothing was selected. */
  List<String> select() {
    return option("$select")
        .map(
            list ->
                List.of(list.split(",")).stream()
                    .map(String::trim)
                    .filter(s -> !s.isEmpty())
                    .toList())
        .orElse(List.of());
  }

  boolean selects(String property) {
    return select().stream().anyMatch(property::equalsIgnoreCase);
  }

  Optional<Integer> top() {
    return option("$top")
        .map(
            text -> {
              if (!text.matches("-?\\d{1,9}")) {
                throw GraphRefusal.badRequest(
                    "Invalid value '"
                        + text
                        + "' for $top query option found. The $top query option requires a non-negative integer value.");
              }
              return Integer.parseInt(text);
            });
  }

  boolean counts() {
    return option("$count").filter("true"::equalsIgnoreCase).isPresent();
  }
}
