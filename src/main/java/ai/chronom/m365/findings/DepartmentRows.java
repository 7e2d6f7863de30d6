package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;

/** What was found by department: summed up once, when an evaluation comes into force. */
final class DepartmentRows {
  private static final String SUM =
      "insert into department_line (evaluation_id, department, people, saving, review)"
          + " select f.evaluation_id, coalesce(u.department, ''), count(distinct s.user_id),"
          + " coalesce(sum(case when f.confidence = 'HIGH' then s.net end), 0),"
          + " coalesce(sum(case when f.confidence = 'MEDIUM' then s.net end), 0)"
          + " from finding f join finding_seat s on s.finding_id = f.id"
          + " join snapshot_user u on u.scan_id = ? and u.user_id = s.user_id"
          + " where f.tenant_id = ? and f.state = 'OPEN' and f.evaluation_id = ?"
          + " group by f.evaluation_id, coalesce(u.department, '')";
  private static final String NEWEST =
      "select l.*, e.currency from department_line l join evaluation e on e.id = l.evaluation_id"
          + " where e.id = (select id from evaluation where tenant_id = ? order by scan_id desc"
          + " limit 1) and (l.saving > 0 or l.review > 0)"
          + " order by l.saving desc, l.review desc, l.department limit ?";

  private final Connection connection;

  DepartmentRows(Connection connection) {
    this.connection = connection;
  }

  /** Once its findings are written. */
  void sum(TenantId tenantId, long evaluationId, long scanId) throws SQLException {
    Sql.update(
        connection,
        SUM,
        values -> values.number(scanId).text(tenantId.toString()).number(evaluationId));
  }

  List<DepartmentLine> newest(TenantId tenantId, int most) throws SQLException {
    return Sql.list(
        connection,
        NEWEST,
        values -> values.text(tenantId.toString()).number(most),
        row -> {
          Currency currency = Currency.getInstance(row.getString("currency"));
          return new DepartmentLine(
              row.getString("department"),
              row.getInt("people"),
              new Money(row.getBigDecimal("saving"), currency),
              new Money(row.getBigDecimal("review"), currency));
        });
  }
}
