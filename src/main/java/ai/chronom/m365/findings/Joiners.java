package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * People who are hired and not licensed yet: each is taken to need the suite that most of the same
 * department have, or most of all where nobody else is in it.
 */
final class Joiners {
  private static final Duration AHEAD = Duration.ofDays(90);

  private final Map<String, Integer> expected;
  private final Map<String, Map<SkuId, Integer>> suites = new HashMap<>();
  private final Map<SkuId, Integer> suitesOfAll = new HashMap<>();

  Joiners(Inquiry inquiry) {
    Instant now = inquiry.now();
    this.expected = inquiry.snapshot().inventory().joiners(now, now.plus(AHEAD));
  }

  /** Counts what people of the departments concerned have. */
  void notice(Account account) {
    if (expected.isEmpty() || !account.user().accountEnabled()) {
      return;
    }
    String department = Objects.requireNonNullElse(account.user().department(), "");
    account.seats().stream()
        .filter(seat -> seat.holding().kind().suite())
        .forEach(
            seat -> {
              suitesOfAll.merge(seat.holding().id(), 1, Integer::sum);
              if (expected.containsKey(department)) {
                suites
                    .computeIfAbsent(department, any -> new HashMap<>())
                    .merge(seat.holding().id(), 1, Integer::sum);
              }
            });
  }

  /** How many will need each product. */
  Map<SkuId, Integer> needs() {
    Map<SkuId, Integer> needs = new HashMap<>();
    expected.forEach(
        (department, people) ->
            usual(suites.getOrDefault(department, suitesOfAll))
                .ifPresent(sku -> needs.merge(sku, people, Integer::sum)));
    return needs;
  }

  private static Optional<SkuId> usual(Map<SkuId, Integer> holders) {
    return holders.entrySet().stream()
        .max(
            Map.Entry.<SkuId, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }
}
