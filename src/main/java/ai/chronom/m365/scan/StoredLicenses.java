package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The licenses of stored users, by the numbers of their sets: users with equal licenses share one
 * list. For one thread.
 */
final class StoredLicenses {
  private static final int SETS_KEPT = 10_000;
  private static final int SETS_ASKED = 100;
  private static final String QUERY =
      "select * from snapshot_license_set where scan_id = ? and set_no in ("
          + String.join(", ", Collections.nCopies(SETS_ASKED, "?"))
          + ") order by set_no, sku_id, group_id";

  private final long scanId;
  private final Map<Integer, List<Seat>> known = new HashMap<>();

  StoredLicenses(long scanId) {
    this.scanId = scanId;
  }

  /** Makes the sets known that are not yet, with few statements. */
  void fetch(Connection connection, Collection<Integer> numbers) throws SQLException {
    Set<Integer> missing = new TreeSet<>(numbers);
    missing.removeAll(known.keySet());
    if (missing.isEmpty()) {
      return;
    }
    if (known.size() + missing.size() > SETS_KEPT) {
      known.clear();
      missing.addAll(numbers);
    }
    List<Integer> asked = List.copyOf(missing);
    for (int from = 0; from < asked.size(); from += SETS_ASKED) {
      read(connection, asked.subList(from, Math.min(asked.size(), from + SETS_ASKED)));
    }
  }

  /** Of a set that was fetched last; empty for none. */
  List<Seat> of(@Nullable Integer number) {
    return number == null ? List.of() : known.getOrDefault(number, List.of());
  }

  /** One statement for any number of sets: the last one fills the gaps. */
  private void read(Connection connection, List<Integer> numbers) throws SQLException {
    Map<Integer, Map<SkuId, List<AssignmentPath>>> sets = new HashMap<>();
    Sql.list(
            connection,
            QUERY,
            values -> {
              values.number(scanId);
              for (int i = 0; i < SETS_ASKED; i++) {
                values.number(numbers.get(Math.min(i, numbers.size() - 1)).intValue());
              }
            },
            WayRow::of)
        .forEach(
            row ->
                sets.computeIfAbsent(row.set(), set -> new LinkedHashMap<>())
                    .computeIfAbsent(row.skuId(), sku -> new ArrayList<>())
                    .add(row.path()));
    sets.forEach((number, paths) -> known.put(number, seats(paths)));
  }

  private static List<Seat> seats(Map<SkuId, List<AssignmentPath>> paths) {
    return paths.entrySet().stream()
        .map(entry -> new Seat(entry.getKey(), entry.getValue(), null))
        .sorted(Comparator.comparing(Seat::skuId))
        .toList();
  }

  private record WayRow(int set, SkuId skuId, AssignmentPath path) {
    static WayRow of(ResultSet row) throws SQLException {
      String group = row.getString("group_id");
      return new WayRow(
          row.getInt("set_no"),
          SkuId.of(row.getString("sku_id")),
          new AssignmentPath(
              group.isEmpty() ? null : group,
              row.getString("state"),
              row.getString("error"),
              plans(row.getString("disabled_plans"))));
    }

    private static Set<PlanId> plans(@Nullable String line) {
      return line == null
          ? Set.of()
          : Stream.of(line.split(" ")).map(PlanId::of).collect(Collectors.toUnmodifiableSet());
    }
  }
}
