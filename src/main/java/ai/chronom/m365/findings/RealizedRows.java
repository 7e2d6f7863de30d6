package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.TenantId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What findings that are no longer seen brought, on one connection. A later snapshot is the proof:
 * the seat is gone, or fewer units are bought. Without proof nothing was realized.
 */
final class RealizedRows {
  private final Connection connection;
  private final TenantId tenantId;

  RealizedRows(Connection connection, TenantId tenantId) {
    this.connection = connection;
    this.tenantId = tenantId;
  }

  /** Keys of the seats that open findings speak of and that count for something. */
  Set<String> watched() throws SQLException {
    return new HashSet<>(
        Sql.list(
            connection,
            "select distinct s.user_id, s.sku_id from finding_seat s join finding f on f.id ="
                + " s.finding_id where f.tenant_id = ? and f.state = 'OPEN' and s.net > 0",
            values -> values.text(tenantId.toString()),
            row -> SeatWatch.key(row.getString(1), SkuId.of(row.getString(2)))));
  }

  private record Seat(String findingId, String userId, SkuId sku, BigDecimal net) {}

  private record Units(
      String findingId,
      SkuId sku,
      BigDecimal net,
      @Nullable Integer bought,
      @Nullable BigDecimal price) {}

  /** Writes down what the findings resolved at that time brought. */
  void settle(Instant resolvedAt, List<SkuLine> lines, SeatWatch watch) throws SQLException {
    Map<String, BigDecimal> realized = new HashMap<>();
    for (Seat seat : seats(resolvedAt)) {
      boolean gone = !watch.held(seat.userId(), seat.sku());
      realized.merge(seat.findingId(), gone ? seat.net() : BigDecimal.ZERO, BigDecimal::add);
    }
    Map<SkuId, SkuLine> now =
        lines.stream().collect(Collectors.toMap(SkuLine::skuId, Function.identity()));
    for (Units units : units(resolvedAt)) {
      realized.merge(units.findingId(), ofUnits(units, now.get(units.sku())), BigDecimal::add);
    }
    try (Sql.Batch update =
        new Sql.Batch(connection, "update finding set realized = ? where id = ?")) {
      for (Map.Entry<String, BigDecimal> one : realized.entrySet()) {
        update.add(values -> values.decimal(one.getValue()).text(one.getKey()));
      }
      update.send();
    }
  }

  /** As many units as are bought less, at most what the finding was about. */
  private static BigDecimal ofUnits(Units units, @Nullable SkuLine now) {
    if (units.bought() == null || units.price() == null) {
      return BigDecimal.ZERO;
    }
    int less = units.bought() - (now == null ? 0 : now.purchased());
    BigDecimal worth = units.price().multiply(BigDecimal.valueOf(Math.max(0, less)));
    return worth.min(units.net());
  }

  private List<Seat> seats(Instant resolvedAt) throws SQLException {
    return Sql.list(
        connection,
        "select s.finding_id, s.user_id, s.sku_id, s.net from finding_seat s join finding f on f.id"
            + " = s.finding_id where f.tenant_id = ? and f.state = 'RESOLVED' and f.resolved_at = ?"
            + " and f.realized is null and s.net > 0",
        values -> values.text(tenantId.toString()).time(resolvedAt),
        row ->
            new Seat(
                row.getString(1),
                row.getString(2),
                SkuId.of(row.getString(3)),
                row.getBigDecimal(4)));
  }

  private List<Units> units(Instant resolvedAt) throws SQLException {
    return Sql.list(
        connection,
        "select f.id, f.sku_id, f.net, l.purchased, l.unit_price from finding f left join sku_line l"
            + " on l.evaluation_id = f.evaluation_id and l.sku_id = f.sku_id where f.tenant_id = ?"
            + " and f.state = 'RESOLVED' and f.resolved_at = ? and f.realized is null and f.net > 0"
            + " and f.sku_id is not null",
        values -> values.text(tenantId.toString()).time(resolvedAt),
        RealizedRows::units);
  }

  private static Units units(ResultSet row) throws SQLException {
    return new Units(
        row.getString(1),
        SkuId.of(row.getString(2)),
        row.getBigDecimal(3),
        row.getObject(4, Integer.class),
        row.getBigDecimal(5));
  }
}
