package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The renewal plans of evaluations on one connection, and what older ones remember. */
final class RenewalRows {
  private static final String OTHER_SCANS =
      " e.tenant_id = ? and e.scan_id <> ? and e.taken_at >= ? and e.taken_at < ?";
  private static final String NEEDED =
      "select cast(e.taken_at as date) as seen_on, l.sku_id, min(l.needed) as fewest, max(l.needed)"
          + " as most from evaluation e join sku_line l on l.evaluation_id = e.id where"
          + OTHER_SCANS
          + " group by cast(e.taken_at as date), l.sku_id";
  private static final String RENEWING =
      "select cast(e.taken_at as date) as seen_on, r.subscription_id, max(r.renews_on) as renews_on"
          + " from evaluation e join renewal_line r on r.evaluation_id = e.id where r.renews_on is"
          + " not null and"
          + OTHER_SCANS
          + " group by cast(e.taken_at as date), r.subscription_id";

  private final Connection connection;

  RenewalRows(Connection connection) {
    this.connection = connection;
  }

  List<RenewalLine> all(long evaluationId, Currency currency) throws SQLException {
    return Sql.list(
        connection,
        "select * from renewal_line where evaluation_id = ? order by position",
        values -> values.number(evaluationId),
        row -> line(row, currency));
  }

  private static RenewalLine line(ResultSet row, Currency currency) throws SQLException {
    return new RenewalLine(
        row.getString("subscription_id"),
        SkuId.of(row.getString("sku_id")),
        row.getString("product"),
        row.getObject("renews_on", LocalDate.class),
        PurchaseTerm.valueOf(row.getString("term")),
        row.getString("partner"),
        row.getInt("units"),
        new RenewalLine.Demand(
            row.getInt("needed"),
            row.getInt("peak"),
            row.getObject("peak_on", LocalDate.class),
            row.getInt("watched_days"),
            row.getInt("joiners"),
            row.getInt("leavers"),
            row.getInt("buffer"),
            row.getInt("minimum"),
            row.getInt("total")),
        row.getInt("to_order"),
        Amounts.optional(row, "price_now", currency),
        Amounts.optional(row, "price_then", currency),
        Amounts.optional(row, "saving", currency),
        Amounts.optional(row, "exposure", currency),
        row.getInt("stable"),
        row.getInt("stable_days"),
        row.getBoolean("seasonal"),
        Amounts.optional(row, "premium", currency));
  }

  void insert(long evaluationId, List<RenewalLine> lines) throws SQLException {
    try (Sql.Batch batch =
        new Sql.Batch(
            connection,
            "insert into renewal_line (evaluation_id, position, subscription_id, sku_id, product,"
                + " renews_on, term, partner, units, needed, peak, peak_on, watched_days, joiners,"
                + " leavers, buffer, minimum, total, to_order, price_now, price_then, saving, exposure,"
                + " stable, stable_days, seasonal, premium) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < lines.size(); i++) {
        int position = i;
        batch.add(
            values -> bind(values.number(evaluationId).number(position), lines.get(position)));
      }
      batch.send();
    }
  }

  private static void bind(Sql.Values values, RenewalLine line) throws SQLException {
    RenewalLine.Demand demand = line.demand();
    values
        .text(Texts.fit(line.subscriptionId(), 100))
        .text(line.skuId().toString())
        .text(Texts.fit(line.product(), 200))
        .day(line.renewsOn())
        .text(line.term().name())
        .text(Texts.cut(line.partner(), 100))
        .number(line.units())
        .number(demand.now())
        .number(demand.peak())
        .day(demand.peakOn())
        .number(demand.watchedDays())
        .number(demand.joiners())
        .number(demand.leavers())
        .number(demand.buffer())
        .number(demand.minimum())
        .number(demand.total())
        .number(line.order())
        .decimal(Amounts.bare(line.priceNow()))
        .decimal(Amounts.bare(line.priceThen()))
        .decimal(Amounts.bare(line.saving()))
        .decimal(Amounts.bare(line.exposure()))
        .number(line.stable())
        .number(line.stableDays())
        .flag(line.seasonal())
        .decimal(Amounts.bare(line.premium()));
  }

  private record Needed(LocalDate day, SkuId sku, History.Span span) {}

  private record Renewing(LocalDate day, String subscriptionId, LocalDate renewsOn) {}

  /** What was seen before that scan, day by day. */
  History before(TenantId tenantId, long scanId, Instant takenAt) throws SQLException {
    Instant from = takenAt.minus(Duration.ofDays(History.REACH_DAYS));
    Sql.Binder within =
        values -> values.text(tenantId.toString()).number(scanId).time(from).time(takenAt);
    Map<LocalDate, Map<SkuId, History.Span>> needed = new HashMap<>();
    Sql.list(connection, NEEDED, within, RenewalRows::needed)
        .forEach(
            one ->
                needed
                    .computeIfAbsent(one.day(), day -> new HashMap<>())
                    .put(one.sku(), one.span()));
    Map<LocalDate, Map<String, LocalDate>> renewals = new HashMap<>();
    Sql.list(connection, RENEWING, within, RenewalRows::renewing)
        .forEach(
            one ->
                renewals
                    .computeIfAbsent(one.day(), day -> new HashMap<>())
                    .put(one.subscriptionId(), one.renewsOn()));
    return new History(
        needed.entrySet().stream()
            .map(
                day ->
                    new History.Day(
                        day.getKey(),
                        day.getValue(),
                        renewals.getOrDefault(day.getKey(), Map.of())))
            .toList());
  }

  private static Needed needed(ResultSet row) throws SQLException {
    return new Needed(
        row.getObject("seen_on", LocalDate.class),
        SkuId.of(row.getString("sku_id")),
        new History.Span(row.getInt("fewest"), row.getInt("most")));
  }

  private static Renewing renewing(ResultSet row) throws SQLException {
    return new Renewing(
        row.getObject("seen_on", LocalDate.class),
        row.getString("subscription_id"),
        row.getObject("renews_on", LocalDate.class));
  }
}
