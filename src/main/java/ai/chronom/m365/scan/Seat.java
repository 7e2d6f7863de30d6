package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import java.util.List;

/**
 * One license of one user, however many ways it came. Users with an {@code assignedLicenses} entry
 * but no assignment state have one direct path.
 */
public record Seat(SkuId skuId, List<AssignmentPath> paths) {
  public Seat {
    paths = List.copyOf(paths);
  }
}
