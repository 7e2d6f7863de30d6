package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.wire.Lines;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which properties an entity type has, and which of them are collections. */
final class EntityTypes {
  private final Map<String, Map<String, Boolean>> byName = new HashMap<>();

  EntityTypes() {
    for (String line : Lines.of("types.txt")) {
      String[] head = line.split(": ", 2);
      Map<String, Boolean> properties = new LinkedHashMap<>();
      for (String property : head[1].split(" ")) {
        boolean collection = property.endsWith("[]");
        properties.put(
            collection ? property.substring(0, property.length() - 2) : property, collection);
      }
      byName.put(head[0], properties);
    }
  }

  /** Property names with whether each is a collection; empty for shapes that are open. */
  Optional<Map<String, Boolean>> properties(Endpoint endpoint) {
    return Optional.ofNullable(byName.get(endpoint.version() + " " + endpoint.type()));
  }
}
