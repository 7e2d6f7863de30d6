package ai.chronom.m365.findings;

import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

  /** Of the newest scan that was evaluated; empty when none was. */
  public Optional<Evaluation> latest(TenantId tenantId) {
    return Sql.call(database, connection -> new EvaluationRows(connection, rules).latest(tenantId));
  }
}
