package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many seats of each product the claims of each pass free, and how many they add. */
final class Moves {
  private final Map<Confidence, Map<SkuId, Integer>> freed = new EnumMap<>(Confidence.class);
  private final Map<Confidence, Map<SkuId, Integer>> added = new EnumMap<>(Confidence.class);

  void record(Confidence pass, SeatClaim claim) {
    freed.computeIfAbsent(pass, any -> new HashMap<>()).merge(claim.skuId(), 1, Integer::sum);
    claim
        .replacements()
        .forEach(
            sku -> added.computeIfAbsent(pass, any -> new HashMap<>()).merge(sku, 1, Integer::sum));
  }

  /** Seats freed up to and including that pass. */
  int freed(SkuId sku, Confidence upTo) {
    return count(freed, sku, upTo);
  }

  /** Seats that replacements need, up to and including that pass. */
  int added(SkuId sku, Confidence upTo) {
    return count(added, sku, upTo);
  }

  /** Products that replacements need, in any pass. */
  Set<SkuId> added() {
    return added.values().stream()
        .flatMap(ofPass -> ofPass.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int count(Map<Confidence, Map<SkuId, Integer>> moves, SkuId sku, Confidence upTo) {
    int count = 0;
    for (Confidence pass : Confidence.values()) {
      if (pass.compareTo(upTo) <= 0) {
        count += moves.getOrDefault(pass, Map.of()).getOrDefault(sku, 0);
      }
    }
    return count;
  }
}
