package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant's licenses and their use at one time; immutable. Users are streamed, everything else is
 * small enough to hold.
 *
 * @param scanId the scan that took it
 * @param signInsKnown whether sign-in activity was readable: false means that no account's sign-ins
 *     are known, never that nobody signed in
 * @param collections what each collection brought
 * @param previousUnits the enabled units of the newest earlier snapshot and its time; empty for the
 *     first one
 */
public record Snapshot(
    long scanId,
    TenantId tenantId,
    Instant takenAt,
    boolean signInsKnown,
    Map<CollectionName, CollectionResult> collections,
    List<SubscribedSku> skus,
    List<Subscription> subscriptions,
    List<LicensedGroup> groups,
    Optional<EarlierUnits> previousUnits,
    SnapshotUsers users,
    Inventory inventory) {
  public Snapshot {
    collections = Map.copyOf(collections);
    skus = List.copyOf(skus);
    subscriptions = List.copyOf(subscriptions);
    groups = List.copyOf(groups);
  }

  /** Pending when the scan never got to it. */
  public CollectionResult collection(CollectionName name) {
    return collections.getOrDefault(
        name, new CollectionResult(name, CollectionState.PENDING, 0, null, null));
  }

  public Optional<SubscribedSku> sku(SkuId id) {
    return skus.stream().filter(sku -> sku.skuId().equals(id)).findFirst();
  }

  /** Units bought per SKU in an earlier snapshot. */
  public record EarlierUnits(Instant takenAt, Map<SkuId, Integer> enabledUnits) {
    public EarlierUnits {
      enabledUnits = Map.copyOf(enabledUnits);
    }
  }
}
