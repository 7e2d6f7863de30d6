package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.util.Map;

/**
 * Where the rules draw their lines.
 *
 * @param inactiveDays idle for so long is waste
 * @param watchDays idle for so long is only watched
 * @param graceDays new accounts and new assignments are left alone
 * @param disabledGraceDays a fresh block may be undone
 * @param bufferSeats spare units that every product may keep, at least
 * @param bufferPercent spare units that every product may keep, of those bought
 * @param bufferBySku another buffer for single products
 * @param minimumBySku units that a contract obliges to keep
 * @param unitJumpPercent a larger change within a day is not believed at once
 * @param rolloutAccounts so many accounts made on one day are a rollout
 * @param rolloutDays how long a rollout may wait to be used
 * @param reportMaxAgeDays an older usage report says nothing of today
 */
public record Thresholds(
    int inactiveDays,
    int watchDays,
    int graceDays,
    int disabledGraceDays,
    int bufferSeats,
    int bufferPercent,
    Map<SkuId, Integer> bufferBySku,
    Map<SkuId, Integer> minimumBySku,
    int unitJumpPercent,
    int rolloutAccounts,
    int rolloutDays,
    int reportMaxAgeDays) {
  public static final Thresholds DEFAULTS =
      new Thresholds(90, 60, 30, 7, 2, 3, Map.of(), Map.of(), 20, 10, 60, 7);

  private static final int PERCENT = 100;

  public Thresholds {
    bufferBySku = Map.copyOf(bufferBySku);
    minimumBySku = Map.copyOf(minimumBySku);
  }

  /** Spare units that the product may keep; parts of a unit count as one. */
  public int buffer(SkuId sku, int purchased) {
    int share = (purchased * bufferPercent + PERCENT - 1) / PERCENT;
    return bufferBySku.getOrDefault(sku, Math.max(bufferSeats, share));
  }

  public int minimum(SkuId sku) {
    return minimumBySku.getOrDefault(sku, 0);
  }
}
