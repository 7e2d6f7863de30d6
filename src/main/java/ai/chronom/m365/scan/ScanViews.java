package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
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
    List<ScanView> views = new ArrayList<>();
    for (ScanView bare : Sql.list(connection, query, binder, ScanViews::bare)) {
      views.add(withCollections(bare));
    }
    return views;
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

  private ScanView withCollections(ScanView bare) throws SQLException {
    return new ScanView(
        bare.id(),
        bare.tenantId(),
        bare.state(),
        bare.reason(),
        collections(bare.id()),
        bare.requestedAt(),
        bare.startedAt(),
        bare.finishedAt(),
        bare.graphRequests());
  }

  List<CollectionView> collections(long scanId) throws SQLException {
    List<CollectionView> collections =
        Sql.list(
            connection,
            "select name, state, items, pages, expected_items, warnings, reason, as_of"
                + " from scan_collection where scan_id = ?",
            values -> values.number(scanId),
            ScanViews::collection);
    return collections.stream().sorted(Comparator.comparing(CollectionView::name)).toList();
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
