package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the sets of disabled plans of one run: each set is stored once, where it comes first.
 */
final class PlanSets {
  /** Tenants have a few dozen; an odd one gets duplicates rather than all our memory. */
  private static final int REMEMBERED = 10_000;

  private final Map<Set<PlanId>, Integer> numbers = new HashMap<>();
  private int last;

  /**
   * @param last number that is stored already
   */
  private PlanSets(int last) {
    this.last = last;
  }

  /** One that is to be stored with the page in which it came first. */
  record Numbered(int number, Set<PlanId> plans) {}

  /** A resumed scan goes on behind the sets of the run before. */
  static PlanSets behindStored(Connection connection, long scanId) throws SQLException {
    return new PlanSets(
        Sql.list(
                connection,
                "select coalesce(max(set_no), 0) from snapshot_plan_set where scan_id = ?",
                values -> values.number(scanId),
                row -> row.getInt(1))
            .get(0));
  }

  /**
   * Null for no plans.
   *
   * @param added gets the set if it is new
   */
  synchronized @Nullable Integer number(Set<PlanId> plans, List<Numbered> added) {
    if (plans.isEmpty()) {
      return null;
    }
    Integer known = numbers.get(plans);
    if (known != null) {
      return known;
    }
    int number = ++last;
    added.add(new Numbered(number, plans));
    if (numbers.size() < REMEMBERED) {
      numbers.put(plans, number);
    }
    return number;
  }

  static void store(Connection connection, long scanId, List<Numbered> sets) throws SQLException {
    for (Numbered set : sets) {
      String plans =
          set.plans().stream().map(PlanId::toString).sorted().collect(Collectors.joining(" "));
      Sql.update(
          connection,
          "insert into snapshot_plan_set (scan_id, set_no, plans) values (?, ?, ?)",
          values -> values.number(scanId).number(set.number()).text(plans));
    }
  }
}
