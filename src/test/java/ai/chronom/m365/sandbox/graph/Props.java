package ai.chronom.m365.sandbox.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Properties of one object in the order in which they are put; unlike Map.of, null is a value. */
final class Props extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  static Props of(String name, @Nullable Object value) {
    return new Props().and(name, value);
  }

  Props and(String name, @Nullable Object value) {
    put(name, value);
    return this;
  }

  Map<String, Object> map() {
    return this;
  }
}
