package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads scans as pages and REST show them, on one connection. */
final class ScanViews {
  private static final String SCAN =
      "select id, tenant_id, state, reason, requested_at, started_at, finished_at, graph_requests"
          + " from scan where ";
  private static final Map<CollectionName, ScanCollection> COLLECTIONS =
      ScanCollections.inOrder().stream()
          .collect(Collectors.toMap(ScanCollection::name, Function.identity()));

  private final Connection connection;

  ScanViews(Connection connection) {
    this.connection = connection;
  }

  Optional<ScanView> find(TenantId tenantId, long id) throws SQLException {
    return read(
            SCAN + "tenant_id = ? and id = ?",
            values -> values.text(tenantId.toString()).number(id))
        .stream()
        .findFirst();
  }

  /** The newest of each tenant, by its index. */
  List<ScanView> newest(Collection<TenantId> tenantIds) throws SQLException {
    return read(
        SCAN
            + "id in (select (select max(s.id) from scan s where s.tenant_id = t.id) from tenant t"
            + " where t.id in ("
            + marks(tenantIds)
            + "))",
        values -> {
          for (TenantId tenantId : tenantIds) {
            values.text(tenantId.toString());
          }
        });
  }

  /** Newest first. */
  List<ScanView> page(TenantId tenantId, int offset, int limit) throws SQLException {
    return read(
        SCAN + "tenant_id = ? order by id desc limit ? offset ?",
        values -> values.text(tenantId.toString()).number(limit).number(offset));
  }

  long count(TenantId tenantId) throws SQLException {
    return Sql.list(
            connection,
            "select count(*) from scan where tenant_id = ?",
            values -> values.text(tenantId.toString()),
            row -> row.getLong(1))
        .get(0);
  }

  private List<ScanView> read(String query, Sql.Binder binder) throws SQLException {
    List<ScanView> bare = Sql.list(connection, query, binder, ScanViews::bare);
    if (bare.isEmpty()) {
      return bare;
    }
    Map<Long, List<CollectionView>> collections =
        collections(bare.stream().map(ScanView::id).toList());
    return bare.stream()
        .map(view -> view.with(collections.getOrDefault(view.id(), List.of())))
        .toList();
  }

  private static ScanView bare(ResultSet row) throws SQLException {
    return new ScanView(
        row.getLong("id"),
        new TenantId(UUID.fromString(row.getString("tenant_id"))),
        ScanState.valueOf(row.getString("state")),
        row.getString("reason"),
        List.of(),
        Sql.requiredTime(row, "requested_at"),
        Sql.time(row, "started_at"),
        Sql.time(row, "finished_at"),
        row.getLong("graph_requests"));
  }

  List<CollectionView> collections(long scanId) throws SQLException {
    return collections(List.of(scanId)).getOrDefault(scanId, List.of());
  }

  /** In one statement, whatever the number of scans. */
  private Map<Long, List<CollectionView>> collections(List<Long> scanIds) throws SQLException {
    Map<Long, List<CollectionView>> found = new HashMap<>();
    Sql.list(
            connection,
            "select scan_id, name, state, items, pages, expected_items, warnings, reason, as_of"
                + " from scan_collection where scan_id in ("
                + marks(scanIds)
                + ")",
            values -> {
              for (long scanId : scanIds) {
                values.number(scanId);
              }
            },
            row -> Map.entry(row.getLong("scan_id"), collection(row)))
        .forEach(
            one ->
                found.computeIfAbsent(one.getKey(), any -> new ArrayList<>()).add(one.getValue()));
    found.values().forEach(views -> views.sort(Comparator.comparing(CollectionView::name)));
    return found;
  }

  private static String marks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private static CollectionView collection(ResultSet row) throws SQLException {
    CollectionName name = CollectionName.valueOf(row.getString("name"));
    ScanCollection collection = COLLECTIONS.get(name);
    if (collection == null) {
      throw new IllegalStateException("nobody reads " + name);
    }
    return new CollectionView(
        name,
        collection.permission().name(),
        collection.about().feeds(),
        CollectionState.valueOf(row.getString("state")),
        row.getLong("items"),
        row.getInt("pages"),
        expected(row),
        row.getLong("warnings"),
        row.getString("reason"),
        Sql.day(row, "as_of"));
  }

  private static @Nullable Long expected(ResultSet row) throws SQLException {
    long expected = row.getLong("expected_items");
    return row.wasNull() ? null : expected;
  }
}
