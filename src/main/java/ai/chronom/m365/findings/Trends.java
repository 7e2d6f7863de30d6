package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How possible and realized savings moved from scan to scan. */
@Stateless
public class Trends {
  /** A year and a month of daily scans. */
  private static final int POINTS = 400;

  private static final String SCANS =
      "select e.id, e.taken_at, e.currency, e.monthly, e.review, e.accounts, (select"
          + " sum(l.purchased * l.unit_price) from sku_line l where l.evaluation_id = e.id and"
          + " l.sku_class in ('PAID', 'EXCLUDED')) as spending from evaluation e where e.tenant_id ="
          + " ? order by e.scan_id desc limit "
          + POINTS;
  private static final String REALIZED =
      "select resolved_at, currency, sum(realized) from finding where tenant_id = ? and state ="
          + " 'RESOLVED' and realized > 0 group by resolved_at, currency order by resolved_at";

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  /** The oldest first; those in another currency than the newest are left out. */
  public List<TrendPoint> of(TenantId tenantId) {
    return Sql.call(database, connection -> read(connection, tenantId));
  }

  private static List<TrendPoint> read(Connection connection, TenantId tenantId)
      throws SQLException {
    List<Bare> scans =
        new ArrayList<>(
            Sql.list(connection, SCANS, values -> values.text(tenantId.toString()), Bare::of));
    if (scans.isEmpty()) {
      return List.of();
    }
    Currency currency = scans.get(0).currency();
    Map<Instant, BigDecimal> realized = new TreeMap<>();
    Sql.each(
        connection,
        REALIZED,
        values -> values.text(tenantId.toString()),
        row ->
            row.getString(2).equals(currency.getCurrencyCode())
                ? Map.entry(Sql.requiredTime(row, "resolved_at"), row.getBigDecimal(3))
                : Map.entry(Instant.MIN, BigDecimal.ZERO),
        entry -> realized.merge(entry.getKey(), entry.getValue(), BigDecimal::add));
    Collections.reverse(scans);
    return scans.stream()
        .filter(scan -> scan.currency().equals(currency))
        .map(scan -> scan.point(realized))
        .toList();
  }

  private record Bare(
      Instant takenAt,
      Currency currency,
      Money possible,
      Money review,
      @Nullable Money spending,
      long accounts) {
    static Bare of(ResultSet row) throws SQLException {
      Currency currency = Currency.getInstance(row.getString("currency"));
      return new Bare(
          Sql.requiredTime(row, "taken_at"),
          currency,
          Amounts.required(row, "monthly", currency),
          Amounts.required(row, "review", currency),
          Amounts.optional(row, "spending", currency),
          row.getLong("accounts"));
    }

    TrendPoint point(Map<Instant, BigDecimal> realized) {
      BigDecimal sum =
          realized.entrySet().stream()
              .filter(one -> !one.getKey().isAfter(takenAt))
              .map(Map.Entry::getValue)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return new TrendPoint(
          takenAt, possible, review, spending, new Money(sum, currency), accounts);
    }
  }
}
