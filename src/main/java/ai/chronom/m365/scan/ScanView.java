package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One scan as pages and REST show it, live or ended.
 *
 * @param reason why it waits, failed or was cancelled; null otherwise
 * @param collections in the order they are read
 * @param startedAt null while queued
 * @param finishedAt null while open
 * @param graphRequests HTTP requests to Microsoft Graph so far
 */
public record ScanView(
    long id,
    TenantId tenantId,
    ScanState state,
    @Nullable String reason,
    List<CollectionView> collections,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long graphRequests) {
  public ScanView {
    collections = List.copyOf(collections);
  }

  ScanView with(List<CollectionView> read) {
    return new ScanView(
        id, tenantId, state, reason, read, requestedAt, startedAt, finishedAt, graphRequests);
  }

  /**
   * 0 to 100: users count for two thirds of it, since they take most of the time. A collection of
   * unknown size counts when it ends.
   */
  public int percent() {
    if (state.ended()) {
      return 100;
    }
    int ofUsers = 2 * Math.max(1, collections.size() - 1);
    int total = 0;
    int done = 0;
    for (CollectionView collection : collections) {
      int weight = collection.name() == CollectionName.USERS ? ofUsers : 1;
      total += weight * 100;
      done += weight * collection.percent().orElse(0);
    }
    return total == 0 ? 0 : Math.min(99, done * 100 / total);
  }

  /** The same collections by the permission that each needs. */
  public List<PermissionYield> permissions() {
    return PermissionYield.of(collections);
  }

  /** How fast it is; empty while it does not run. */
  public Optional<ScanPace> pace(Instant now) {
    return ScanPace.of(this, now);
  }

  /** Collections that brought less than they should have. */
  public List<CollectionView> gaps() {
    return collections.stream()
        .filter(collection -> collection.state().ended() && !collection.state().optional())
        .filter(collection -> collection.reason() != null)
        .toList();
  }
}
