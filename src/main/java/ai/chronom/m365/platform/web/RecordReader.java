package ai.chronom.m365.platform.web;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns one JSON object into a record and collects what does not fit, member by member. */
final class RecordReader {
  /** A number as text could ask for gigabytes: 1e999999999. */
  private static final int MAX_NUMBER_CHARS = 40;

  private static final int MAX_EXPONENT = 18;

  private final List<FieldError> errors = new ArrayList<>();

  /** Throws a {@link Problem} that names every member of a wrong type. */
  <R extends Record> R read(JsonObject json, Class<R> type) {
    R value = record("", json, type);
    if (!errors.isEmpty() || value == null) {
      throw Problem.invalid(errors);
    }
    return value;
  }

  private <R extends Record> @Nullable R record(String path, JsonObject json, Class<R> type) {
    int errorsBefore = errors.size();
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      values[i] =
          member(
              path + component.getName(),
              json.get(component.getName()),
              component.getGenericType());
    }
    return errors.size() == errorsBefore ? construct(type, components, values) : null;
  }

  private @Nullable Object member(String path, @Nullable JsonValue json, Type type) {
    if (json == null || json == JsonValue.NULL) {
      if (type instanceof Class<?> named && named.isPrimitive()) {
        errors.add(new FieldError(path, "This value is required."));
      }
      return null;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return elements(path, json, list.getActualTypeArguments()[0]);
    }
    if (type instanceof Class<?> named && named.isRecord()) {
      return json instanceof JsonObject object
          ? record(path + ".", object, named.asSubclass(Record.class))
          : wrong(path, "A JSON object");
    }
    return scalar(path, json, type);
  }

  private @Nullable Object elements(String path, JsonValue json, Type type) {
    if (!(json instanceof JsonArray array)) {
      return wrong(path, "A JSON array");
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String element = path + "[" + i + "]";
      elements.add(
          array.get(i) == JsonValue.NULL
              ? wrong(element, "A value")
              : member(element, array.get(i), type));
    }
    return elements;
  }

  private @Nullable Object scalar(String path, JsonValue json, Type type) {
    if (type == String.class) {
      return json instanceof JsonString text ? text.getString() : wrong(path, "A text");
    }
    if (type == boolean.class || type == Boolean.class) {
      return json == JsonValue.TRUE || json == JsonValue.FALSE
          ? (Object) (json == JsonValue.TRUE)
          : wrong(path, "true or false");
    }
    if (type == BigDecimal.class) {
      return number(json).map(Object.class::cast).orElseGet(() -> wrong(path, "A number"));
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return whole(path, json, type == int.class || type == Integer.class);
    }
    return time(path, json, type);
  }

  private @Nullable Object whole(String path, JsonValue json, boolean isInt) {
    try {
      BigDecimal number = number(json).orElseThrow(ArithmeticException::new);
      return isInt ? (Object) number.intValueExact() : (Object) number.longValueExact();
    } catch (ArithmeticException e) {
      return wrong(path, "A whole number");
    }
  }

  /** Amounts travel as text, other numbers as numbers: both are understood. */
  private static Optional<BigDecimal> number(JsonValue json) {
    String text =
        json instanceof JsonString string
            ? string.getString()
            : json instanceof JsonNumber ? json.toString() : "";
    if (text.isEmpty() || text.length() > MAX_NUMBER_CHARS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text)).filter(n -> Math.abs(n.scale()) <= MAX_EXPONENT);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private @Nullable Object time(String path, JsonValue json, Type type) {
    String text = json instanceof JsonString string ? string.getString() : "";
    try {
      if (type == LocalDate.class) {
        return LocalDate.parse(text);
      }
      if (type == Instant.class) {
        return Instant.parse(text);
      }
    } catch (DateTimeException e) {
      String sample = type == LocalDate.class ? "2027-12-31" : "2027-12-31T23:59:59Z";
      return wrong(path, "A date like " + sample);
    }
    throw new IllegalStateException(path + " has a type that no request may have: " + type);
  }

  /** What came is not repeated: it could be a secret. */
  private @Nullable Object wrong(String path, String expected) {
    errors.add(new FieldError(path, expected + " is expected."));
    return null;
  }

  private static <R extends Record> R construct(
      Class<R> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components)
            .map(RecordComponent::getType)
            .collect(Collectors.toList())
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw new IllegalStateException(type + " refused its own values", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }
}
