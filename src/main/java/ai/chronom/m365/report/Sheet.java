package ai.chronom.m365.report;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A report as rows, whatever the file they go into. */
interface Sheet {
  List<String> header();

  /** Whether people open it: programs stumble over a byte order mark. */
  default boolean forPeople() {
    return true;
  }

  /** Hands all rows on, some at a time: there may be a million. */
  void rows(Consumer<List<? extends @Nullable Object>> out);
}
