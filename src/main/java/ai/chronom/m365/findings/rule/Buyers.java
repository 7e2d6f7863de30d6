package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.scan.Subscription;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who buys for the company: the account behind more than half of the purchases. Nothing in Graph
 * says it, so where no account stands out nobody's purchase is called foreign.
 *
 * @param company empty when nobody stands out
 */
record Buyers(Optional<String> company) {
  static Buyers of(Collection<Holding> holdings) {
    Map<String, Integer> purchases = new HashMap<>();
    holdings.stream()
        .filter(Holding::paid)
        .flatMap(Buyers::own)
        .forEach(one -> purchases.merge(String.valueOf(one.ownerId()), 1, Integer::sum));
    int all = purchases.values().stream().mapToInt(Integer::intValue).sum();
    return new Buyers(
        purchases.entrySet().stream()
            .filter(entry -> entry.getValue() * 2 > all && entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .findFirst());
  }

  /** Running ones bought from Microsoft itself; a partner's buyer is nobody of the company's. */
  private static Stream<Subscription> own(Holding holding) {
    return holding.subscriptions().stream()
        .filter(one -> one.ownerId() != null && one.ownerTenantId() == null)
        .filter(one -> !one.trial() && one.status().equals("Enabled"));
  }

  /** Its purchases by somebody else. */
  List<Subscription> foreign(Holding holding) {
    return company.stream()
        .flatMap(buyer -> own(holding).filter(one -> !buyer.equals(one.ownerId())))
        .toList();
  }
}
