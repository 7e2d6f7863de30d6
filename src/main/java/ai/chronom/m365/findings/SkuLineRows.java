package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.UnitPrice;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products of one evaluation on one connection. */
final class SkuLineRows {
  private final Connection connection;
  private final long evaluationId;
  private final Currency currency;

  SkuLineRows(Connection connection, long evaluationId, Currency currency) {
    this.connection = connection;
    this.evaluationId = evaluationId;
    this.currency = currency;
  }

  List<SkuLine> all() throws SQLException {
    Map<SkuId, List<SkuLine.RenewalDate>> renewals = renewals();
    return Sql.list(
        connection,
        "select * from sku_line where evaluation_id = ? order by lower(name), sku_id",
        values -> values.number(evaluationId),
        row -> line(row, renewals));
  }

  private Map<SkuId, List<SkuLine.RenewalDate>> renewals() throws SQLException {
    Map<SkuId, List<SkuLine.RenewalDate>> bySku = new HashMap<>();
    Sql.list(
        connection,
        "select * from sku_renewal where evaluation_id = ? order by sku_id, position",
        values -> values.number(evaluationId),
        row ->
            bySku
                .computeIfAbsent(SkuId.of(row.getString("sku_id")), sku -> new ArrayList<>())
                .add(
                    new SkuLine.RenewalDate(
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("units"),
                        row.getString("status"))));
    return bySku;
  }

  private SkuLine line(ResultSet row, Map<SkuId, List<SkuLine.RenewalDate>> renewals)
      throws SQLException {
    SkuId sku = SkuId.of(row.getString("sku_id"));
    return new SkuLine(
        sku,
        row.getString("part_number"),
        row.getString("name"),
        SkuKind.valueOf(row.getString("kind")),
        SkuClass.valueOf(row.getString("sku_class")),
        row.getInt("purchased"),
        row.getInt("assigned"),
        row.getInt("spare"),
        row.getInt("needed"),
        row.getInt("recommended"),
        row.getInt("dropped"),
        row.getInt("to_buy"),
        price(row),
        Amounts.optional(row, "saving", currency),
        Amounts.optional(row, "pool", currency),
        renewals.getOrDefault(sku, List.of()));
  }

  private @Nullable UnitPrice price(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("unit_price");
    if (amount == null) {
      return null;
    }
    return new UnitPrice(
        new Money(amount, currency),
        PriceOrigin.valueOf(row.getString("price_origin")),
        row.getString("price_source"),
        row.getString("price_valid_from"),
        row.getString("price_trust"));
  }

  void insert(List<SkuLine> lines) throws SQLException {
    try (Sql.Batch batch =
        new Sql.Batch(
            connection,
            "insert into sku_line (evaluation_id, sku_id, part_number, name, kind, sku_class,"
                + " purchased, assigned, spare, needed, recommended, dropped, to_buy, unit_price,"
                + " price_origin, price_source, price_valid_from, price_trust, saving, pool)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (SkuLine line : lines) {
        batch.add(values -> bind(values, line));
      }
      batch.send();
    }
    insertRenewals(lines);
  }

  private void bind(Sql.Values values, SkuLine line) throws SQLException {
    UnitPrice price = line.unitPrice();
    values
        .number(evaluationId)
        .text(line.skuId().toString())
        .text(Texts.cut(line.partNumber(), 200))
        .text(Texts.cut(line.name(), 200))
        .text(line.kind().name())
        .text(line.skuClass().name())
        .number(line.purchased())
        .number(line.assigned())
        .number(line.spare())
        .number(line.needed())
        .number(line.recommended())
        .number(line.drop())
        .number(line.toBuy())
        .decimal(price == null ? null : price.amount().amount())
        .text(price == null ? null : price.origin().name())
        .text(price == null ? null : price.source())
        .text(price == null ? null : price.validFrom())
        .text(price == null ? null : price.trust())
        .decimal(Amounts.bare(line.saving()))
        .decimal(Amounts.bare(line.pool()));
  }

  private void insertRenewals(List<SkuLine> lines) throws SQLException {
    try (Sql.Batch batch =
        new Sql.Batch(
            connection,
            "insert into sku_renewal (evaluation_id, sku_id, position, due_on, units, status)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (SkuLine line : lines) {
        for (int i = 0; i < line.renewals().size(); i++) {
          int position = i;
          SkuLine.RenewalDate renewal = line.renewals().get(i);
          batch.add(
              values ->
                  values
                      .number(evaluationId)
                      .text(line.skuId().toString())
                      .number(position)
                      .day(renewal.date())
                      .number(renewal.units())
                      .text(Texts.cut(renewal.status(), 40)));
        }
      }
      batch.send();
    }
  }
}
