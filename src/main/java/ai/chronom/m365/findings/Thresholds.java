package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the rules draw their lines in one tenant.
 *
 * @param moved those that differ from the standard
 * @param bufferBySku another spare buffer for single products
 * @param minimumBySku units that a contract obliges to keep
 */
public record Thresholds(
    Map<Threshold, Integer> moved,
    Map<SkuId, Integer> bufferBySku,
    Map<SkuId, Integer> minimumBySku) {
  public static final Thresholds DEFAULTS = new Thresholds(Map.of(), Map.of(), Map.of());

  private static final int PERCENT = 100;

  public Thresholds {
    moved = Map.copyOf(moved);
    bufferBySku = Map.copyOf(bufferBySku);
    minimumBySku = Map.copyOf(minimumBySku);
  }

  public int of(Threshold threshold) {
    return moved.getOrDefault(threshold, threshold.standard());
  }

  /** Whether the admin answered a question with yes. */
  public boolean says(Threshold question) {
    return of(question) == 1;
  }

  /** The same with one line elsewhere. */
  public Thresholds with(Threshold threshold, int value) {
    Map<Threshold, Integer> changed = new EnumMap<>(Threshold.class);
    changed.putAll(moved);
    if (value == threshold.standard()) {
      changed.remove(threshold);
    } else {
      changed.put(threshold, value);
    }
    return new Thresholds(changed, bufferBySku, minimumBySku);
  }

  /** The same with another spare buffer for a product. */
  public Thresholds withBuffer(SkuId sku, int units) {
    Map<SkuId, Integer> changed = new HashMap<>(bufferBySku);
    changed.put(sku, units);
    return new Thresholds(moved, changed, minimumBySku);
  }

  /** The same with units of a product that a contract obliges to keep. */
  public Thresholds withMinimum(SkuId sku, int units) {
    Map<SkuId, Integer> changed = new HashMap<>(minimumBySku);
    changed.put(sku, units);
    return new Thresholds(moved, bufferBySku, changed);
  }

  public int inactiveDays() {
    return of(Threshold.INACTIVE_DAYS);
  }

  public int watchDays() {
    return of(Threshold.WATCH_DAYS);
  }

  public int addOnWatchDays() {
    return of(Threshold.ADD_ON_WATCH_DAYS);
  }

  public int graceDays() {
    return of(Threshold.GRACE_DAYS);
  }

  public int disabledGraceDays() {
    return of(Threshold.DISABLED_GRACE_DAYS);
  }

  public int unitJumpPercent() {
    return of(Threshold.UNIT_JUMP_PERCENT);
  }

  public int rolloutAccounts() {
    return of(Threshold.ROLLOUT_ACCOUNTS);
  }

  public int rolloutDays() {
    return of(Threshold.ROLLOUT_DAYS);
  }

  public int reportMaxAgeDays() {
    return of(Threshold.REPORT_MAX_AGE_DAYS);
  }

  public int desktopDays() {
    return of(Threshold.DESKTOP_DAYS);
  }

  public int copilotDays() {
    return of(Threshold.COPILOT_DAYS);
  }

  public int phoneDays() {
    return of(Threshold.PHONE_DAYS);
  }

  /** Spare units that the product may keep; parts of a unit count as one. */
  public int buffer(SkuId sku, int purchased) {
    long parts = (long) purchased * of(Threshold.BUFFER_PERCENT);
    int share = (int) ((parts + PERCENT - 1) / PERCENT);
    return bufferBySku.getOrDefault(sku, Math.max(of(Threshold.BUFFER_SEATS), share));
  }

  public int minimum(SkuId sku) {
    return minimumBySku.getOrDefault(sku, 0);
  }
}
