package ai.chronom.m365.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that many findings have, each with a number. For one thread. */
final class Words {
  /** What is said once only is not worth remembering, and there is much of it. */
  private static final int TEXTS_REMEMBERED = 20_000;

  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<Object> values = new ArrayList<>();

  /** The number of a value of which there are few. */
  int number(Object value) {
    return numbers.computeIfAbsent(value, this::added);
  }

  /** The same for a text; -1 when it is new and there are too many. */
  int textNumber(String text) {
    if (values.size() < TEXTS_REMEMBERED) {
      return number(text);
    }
    return numbers.getOrDefault(text, -1);
  }

  private int added(Object value) {
    values.add(value);
    return values.size() - 1;
  }

  <T> T value(int number, Class<T> type) {
    return type.cast(values.get(number));
  }
}
