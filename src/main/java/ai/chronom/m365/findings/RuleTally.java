package ai.chronom.m365.findings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** How many findings each rule has open, and what those of high confidence save. */
final class RuleTally {
  private final Map<RuleId, Integer> open = new HashMap<>();
  private final Map<RuleId, BigDecimal> net = new HashMap<>();

  void add(Settlement one) {
    if (one.dismissed()) {
      return;
    }
    RuleId id = one.candidate().about().id();
    open.merge(id, 1, Integer::sum);
    if (one.candidate().confidence() == Confidence.HIGH) {
      net.merge(id, one.netOrZero(), BigDecimal::add);
    }
  }

  int open(RuleId id) {
    return open.getOrDefault(id, 0);
  }

  BigDecimal net(RuleId id) {
    return net.getOrDefault(id, BigDecimal.ZERO);
  }
}
