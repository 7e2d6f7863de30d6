package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the licenses of one run's users: thousands of users have the same ones by the same
 * ways, so each set is stored once, where it comes first (ADR 085).
 */
final class LicenseSets {
  /** Tenants have some hundreds; an odd one gets duplicates rather than all our memory. */
  private static final int REMEMBERED = 10_000;

  private static final String INSERT =
      "insert into snapshot_license_set (scan_id, set_no, sku_id, group_id, state, error,"
          + " disabled_plans) values (?, ?, ?, ?, ?, ?, ?)";

  private final Map<List<Seat>, Integer> numbers = new HashMap<>();
  private int last;

  /**
   * @param last number that is stored already
   */
  private LicenseSets(int last) {
    this.last = last;
  }

  /** One that is to be stored with the page in which it came first. */
  record Numbered(int number, List<Seat> seats) {}

  /** A resumed scan goes on behind the sets of the run before. */
  static LicenseSets behindStored(Connection connection, long scanId) throws SQLException {
    return new LicenseSets(
        Sql.list(
                connection,
                "select coalesce(max(set_no), 0) from snapshot_license_set where scan_id = ?",
                values -> values.number(scanId),
                row -> row.getInt(1))
            .get(0));
  }

  /**
   * Null for no license; may be called by any thread. When a license came doesn't matter.
   *
   * @param seats in the order of their SKUs
   * @param added gets the set if it is new
   */
  synchronized @Nullable Integer number(List<Seat> seats, List<Numbered> added) {
    if (seats.isEmpty()) {
      return null;
    }
    List<Seat> undated = seats.stream().map(seat -> seat.changed(null)).toList();
    Integer known = numbers.get(undated);
    if (known != null) {
      return known;
    }
    int number = ++last;
    added.add(new Numbered(number, undated));
    if (numbers.size() < REMEMBERED) {
      numbers.put(undated, number);
    }
    return number;
  }

  static void store(Connection connection, long scanId, List<Numbered> sets) throws SQLException {
    if (sets.isEmpty()) {
      return;
    }
    try (PreparedStatement batch = connection.prepareStatement(INSERT)) {
      Sql.Values values = new Sql.Values(batch);
      for (Numbered set : sets) {
        for (Seat seat : set.seats()) {
          for (AssignmentPath path : distinct(seat.paths())) {
            values
                .number(scanId)
                .number(set.number())
                .text(seat.skuId().toString())
                .text(path.groupId() == null ? "" : path.groupId())
                .text(path.state())
                .text(path.error())
                .text(plans(path))
                .row();
          }
        }
      }
      batch.executeBatch();
    }
  }

  private static @Nullable String plans(AssignmentPath path) {
    return path.disabledPlans().isEmpty()
        ? null
        : path.disabledPlans().stream()
            .map(PlanId::toString)
            .sorted()
            .collect(Collectors.joining(" "));
  }

  /** One way per group is kept, the first that came. */
  private static Collection<AssignmentPath> distinct(List<AssignmentPath> paths) {
    Map<String, AssignmentPath> byGroup = new LinkedHashMap<>();
    paths.forEach(path -> byGroup.putIfAbsent(String.valueOf(path.groupId()), path));
    return byGroup.values();
  }
}
