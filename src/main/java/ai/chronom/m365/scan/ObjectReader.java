package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads objects by a table of their fields; for collections where speed is no matter. */
final class ObjectReader<T> implements GraphPages.ItemReader<T> {
  private final JsonCursor json;
  private final Shape<T> shape;
  private Found found = new Found();

  private ObjectReader(JsonCursor json, Shape<T> shape) {
    this.json = json;
    this.shape = shape;
  }

  /** How one field is read; null when it has no value. */
  @FunctionalInterface
  interface Field {
    @Nullable Object read(JsonCursor json);
  }

  /**
   * What objects look like.
   *
   * @param fields by name; others are passed over
   * @param maker empty when an object lacks what it cannot do without
   */
  record Shape<T>(Map<String, Field> fields, Function<Found, Optional<T>> maker)
      implements Function<JsonCursor, GraphPages.ItemReader<T>> {
    Shape {
      fields = Map.copyOf(fields);
    }

    @Override
    public GraphPages.ItemReader<T> apply(JsonCursor json) {
      return new ObjectReader<>(json, this);
    }
  }

  static Field text(int maxChars) {
    return json -> json.text(maxChars);
  }

  /** A word, or a flag as a word. */
  static Field word(int maxChars) {
    return json -> json.word(maxChars);
  }

  static Field texts(int maxChars) {
    return json -> {
      List<String> all = new ArrayList<>();
      json.texts(maxChars, all::add);
      return all;
    };
  }

  /** An object with fields of its own. */
  static Field object(Map<String, Field> fields) {
    return json -> {
      Found inner = new Found();
      json.object(name -> inner.read(fields, name, json));
      return inner;
    };
  }

  /** A list of objects. */
  static Field objects(Map<String, Field> fields) {
    return json -> {
      List<Found> all = new ArrayList<>();
      Found[] next = {new Found()};
      json.objects(
          () -> {
            all.add(next[0]);
            next[0] = new Found();
          },
          name -> next[0].read(fields, name, json));
      return all;
    };
  }

  @Override
  public void field(String name) {
    found.read(shape.fields(), name, json);
  }

  @Override
  public Optional<T> item() {
    Found read = found;
    found = new Found();
    return shape.maker().apply(read);
  }

  /** The values of one object. */
  static final class Found {
    private final Map<String, Object> values = new HashMap<>();

    private void read(Map<String, Field> fields, String name, JsonCursor json) {
      Field field = fields.get(name);
      if (field == null) {
        json.skip();
        return;
      }
      Object value = field.read(json);
      if (value != null) {
        values.put(name, value);
      }
    }

    private <V> Optional<V> value(String name, Class<V> type) {
      Object value = values.get(name);
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** Never empty text. */
    Optional<String> text(String name) {
      return value(name, String.class).filter(text -> !text.isBlank());
    }

    Optional<Instant> time(String name) {
      return value(name, Instant.class);
    }

    boolean flag(String name) {
      return value(name, Boolean.class).orElse(false);
    }

    int count(String name) {
      return value(name, Integer.class).orElse(0);
    }

    Optional<Double> decimal(String name) {
      return value(name, Double.class);
    }

    /** Without values when there is no such object. */
    Found in(String name) {
      return value(name, Found.class).orElseGet(Found::new);
    }

    List<String> texts(String name) {
      return elements(name, String.class);
    }

    List<Found> objects(String name) {
      return elements(name, Found.class);
    }

    private <V> List<V> elements(String name, Class<V> type) {
      return values.get(name) instanceof List<?> list
          ? list.stream().filter(type::isInstance).map(type::cast).toList()
          : List.of();
    }
  }
}
