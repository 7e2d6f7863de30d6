package ai.chronom.m365.findings;

import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What the rules made of each tenant's scans. */
@Stateless
public class Evaluations {
  /** More is nothing that one reads. */
  private static final int DEPARTMENTS_MAX = 200;

  private static final String MONTHLY =
      "select currency, sum(monthly) from evaluation e where scan_id ="
          + " (select max(scan_id) from evaluation newest where newest.tenant_id = e.tenant_id)"
          + " group by currency";

  private static final String HEADS =
      "select e.tenant_id, e.currency, e.monthly, e.review, e.taken_at from tenant t"
          + " join evaluation e on e.tenant_id = t.id and e.scan_id ="
          + " (select max(n.scan_id) from evaluation n where n.tenant_id = t.id) where t.id in (%s)";

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Inject RuleBook rules;

  /** Of the newest evaluation of each tenant, in all, by currency code. */
  public Map<String, BigDecimal> monthly() {
    return Sql.call(
        database,
        connection -> {
          Map<String, BigDecimal> sums = new TreeMap<>();
          try (PreparedStatement select = connection.prepareStatement(MONTHLY);
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              sums.put(rows.getString(1), rows.getBigDecimal(2));
            }
          }
          return sums;
        });
  }

  /** Where the people work of whom the newest evaluation speaks; the largest saving first. */
  public List<DepartmentLine> departments(TenantId tenantId) {
    return Sql.call(
        database, connection -> new DepartmentRows(connection).newest(tenantId, DEPARTMENTS_MAX));
  }

  /** The headlines of those tenants that have one. */
  public List<SavingsHead> heads(Collection<TenantId> tenantIds) {
    return tenantIds.isEmpty()
        ? List.of()
        : Sql.call(
            database,
            connection ->
                Sql.list(
                    connection,
                    HEADS.formatted(String.join(", ", Collections.nCopies(tenantIds.size(), "?"))),
                    values -> {
                      for (TenantId tenantId : tenantIds) {
                        values.text(tenantId.toString());
                      }
                    },
                    Evaluations::head));
  }

  private static SavingsHead head(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new SavingsHead(
        TenantId.ofAddress(row.getString("tenant_id")),
        Amounts.required(row, "monthly", currency),
        Amounts.required(row, "review", currency),
        Sql.requiredTime(row, "taken_at"));
  }

  /** Of the newest scan that was evaluated; empty when none was. */
  public Optional<Evaluation> latest(TenantId tenantId) {
    return Sql.call(database, connection -> new EvaluationRows(connection, rules).latest(tenantId));
  }
}
