package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One license of one user, however many ways it came. Users with an {@code assignedLicenses} entry
 * but no assignment state have one direct path.
 *
 * @param changedAt when its newest active path came or changed, in whole seconds; null when
 *     Microsoft says none
 */
public record Seat(SkuId skuId, List<AssignmentPath> paths, @Nullable Instant changedAt) {
  public Seat {
    paths = List.copyOf(paths);
  }

  /** The same license of a user who got it at another time. */
  Seat changed(@Nullable Instant newChangedAt) {
    return new Seat(skuId, paths, newChangedAt);
  }
}
