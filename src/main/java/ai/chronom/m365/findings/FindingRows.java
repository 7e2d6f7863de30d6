package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads findings on one connection. */
final class FindingRows {
  private final Connection connection;
  private final RuleBook rules;

  FindingRows(Connection connection, RuleBook rules) {
    this.connection = connection;
    this.rules = rules;
  }

  long count(FindingQuery query) throws SQLException {
    return Sql.list(
            connection,
            "select count(*) from finding f where " + query.where(),
            query::bind,
            row -> row.getLong(1))
        .get(0);
  }

  List<Finding> page(FindingQuery query, FindingOrder order, int offset, int size)
      throws SQLException {
    if (order.equals(FindingOrder.NATURAL)) {
      FindingCut first = new FindingCut(order, null, false, size);
      return withSeats(named(new FindingKeys(connection, query, first).natural(offset)));
    }
    List<Finding> bare =
        Sql.list(
            connection,
            "select f.* from finding f where "
                + query.where()
                + order.clause()
                + " limit ? offset ?",
            values -> {
              query.bind(values);
              values.number(size).number(offset);
            },
            row -> finding(row, List.of()));
    return withSeats(bare);
  }

  /** Without their seats: a list does not show them. */
  FindingPage piece(FindingQuery query, FindingCut cut) throws SQLException {
    FindingKeys.Ids found = new FindingKeys(connection, query, cut).read();
    return new FindingPage(named(found.ids()), found.earlier(), found.later());
  }

  /** In the order of the ids, which may be none. */
  private List<Finding> named(List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Finding> byId = new HashMap<>();
    Sql.each(
        connection,
        "select f.* from finding f where f.id in (" + marks(ids) + ")",
        values -> {
          for (String id : ids) {
            values.text(id);
          }
        },
        row -> finding(row, List.of()),
        finding -> byId.put(finding.id(), finding));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  private static String marks(List<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  /** The rules of which the tenant has findings, in their order. */
  List<String> rules(TenantId tenantId) throws SQLException {
    return Sql.list(
        connection,
        "select distinct rule_id from finding where tenant_id = ? order by rule_id",
        values -> values.text(tenantId.toString()),
        row -> row.getString(1));
  }

  /**
   * Those of one rule that come after an id, in the order of their ids. Named as the index is, or
   * H2 sorts all that come after.
   */
  List<Finding> after(FindingQuery query, String rule, String afterId, int size)
      throws SQLException {
    return withSeats(
        Sql.list(
            connection,
            "select f.* from finding f where "
                + query.where()
                + " and f.rule_id = ? and f.id > ? order by f.tenant_id, f.rule_id, f.id limit ?",
            values -> {
              query.bind(values);
              values.text(rule).text(afterId).number(size);
            },
            row -> finding(row, List.of())));
  }

  Optional<Finding> find(TenantId tenantId, String id) throws SQLException {
    return withSeats(
            Sql.list(
                connection,
                "select f.* from finding f where f.tenant_id = ? and f.id = ?",
                values -> values.text(tenantId.toString()).text(id),
                row -> finding(row, List.of())))
        .stream()
        .findFirst();
  }

  private List<Finding> withSeats(List<Finding> bare) throws SQLException {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<String, List<FindingSeat>> seats = new HashMap<>();
    Sql.each(
        connection,
        "select s.*, f.currency from finding_seat s join finding f on f.id = s.finding_id"
            + " where s.finding_id in ("
            + marks(bare)
            + ") order by s.user_principal_name, s.user_id, s.sku_id",
        values -> {
          for (Finding finding : bare) {
            values.text(finding.id());
          }
        },
        row -> Map.entry(row.getString("finding_id"), seat(row)),
        entry ->
            seats.computeIfAbsent(entry.getKey(), any -> new ArrayList<>()).add(entry.getValue()));
    return bare.stream()
        .map(finding -> finding.withSeats(seats.getOrDefault(finding.id(), List.of())))
        .toList();
  }

  private static FindingSeat seat(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    String countedIn = row.getString("counted_in");
    return new FindingSeat(
        row.getString("user_id"),
        row.getString("user_principal_name"),
        SkuId.of(row.getString("sku_id")),
        Amounts.optional(row, "gross", currency),
        Amounts.optional(row, "net", currency),
        replacements(row.getString("replacements")),
        countedIn == null ? null : new RuleId(countedIn));
  }

  private static List<SkuId> replacements(@Nullable String ids) {
    return ids == null || ids.isEmpty()
        ? List.of()
        : Arrays.stream(ids.split(" ")).map(SkuId::of).toList();
  }

  private Finding finding(ResultSet row, List<FindingSeat> seats) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    Money gross = Amounts.optional(row, "gross", currency);
    Money net = Amounts.optional(row, "net", currency);
    RuleId rule = new RuleId(row.getString("rule_id"));
    String sku = row.getString("sku_id");
    return new Finding(
        row.getString("id"),
        rule,
        rules.title(rule),
        row.getString("subject"),
        Confidence.valueOf(row.getString("confidence")),
        FindingState.valueOf(row.getString("state")),
        seats,
        sku == null ? null : SkuId.of(sku),
        row.getInt("units"),
        gross,
        net,
        row.getString("remedy"),
        FindingText.lines(row.getString("blockers")),
        FindingText.facts(row.getString("evidence")),
        dismissal(row),
        Sql.requiredTime(row, "first_seen_at"),
        Sql.requiredTime(row, "last_seen_at"),
        Sql.time(row, "resolved_at"),
        Amounts.optional(row, "realized", currency));
  }

  private static @Nullable Dismissal dismissal(ResultSet row) throws SQLException {
    String reason = row.getString("dismissed_reason");
    return reason == null
        ? null
        : new Dismissal(
            reason,
            row.getObject("dismissed_until", LocalDate.class),
            row.getString("dismissed_by"),
            Sql.requiredTime(row, "dismissed_at"));
  }
}
