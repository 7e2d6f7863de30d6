package ai.chronom.m365.sandbox.contoso;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened in the company since the sandbox started, in order: the generator makes everybody
 * anew each time, so this lies over what it makes.
 */
public final class Changes {
  private final Map<Integer, Map<String, Object>> values = new HashMap<>();
  private final Set<Integer> removed = new HashSet<>();
  private final List<Change> log = new ArrayList<>();

  /**
   * @param properties that changed; empty when the account came or went
   */
  private record Change(int number, Set<String> properties) {}

  /** A property of an account gets another value. */
  public synchronized void set(int number, String property, Object value) {
    values.computeIfAbsent(number, any -> new HashMap<>()).put(property, value);
    log.add(new Change(number, Set.of(property)));
  }

  /** The account is deleted; it lies in the bin. */
  public synchronized void remove(int number) {
    removed.add(number);
    log.add(new Change(number, Set.of()));
  }

  /** It comes back, or comes into being. */
  public synchronized void restore(int number) {
    removed.remove(number);
    log.add(new Change(number, Set.of()));
  }

  public synchronized boolean isRemoved(int number) {
    return removed.contains(number);
  }

  /** What is different from what the generator makes. */
  public synchronized Map<String, Object> of(int number) {
    return Map.copyOf(values.getOrDefault(number, Map.of()));
  }

  /** How much happened so far. */
  public synchronized int position() {
    return log.size();
  }

  /**
   * Accounts that changed after that position, each once.
   *
   * @param tracked only these properties count; all when empty
   */
  public synchronized List<Integer> since(int position, Set<String> tracked) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (Change change : log.subList(Math.min(position, log.size()), log.size())) {
      boolean counts =
          change.properties().isEmpty()
              || tracked.isEmpty()
              || change.properties().stream().anyMatch(tracked::contains);
      if (counts) {
        numbers.add(change.number());
      }
    }
    return List.copyOf(numbers);
  }
}
