package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The rows of an evaluation on one connection, except those of single products. */
final class EvaluationRows {
  private final Connection connection;
  private final RuleBook rules;

  EvaluationRows(Connection connection, RuleBook rules) {
    this.connection = connection;
    this.rules = rules;
  }

  Optional<Evaluation> latest(TenantId tenantId) throws SQLException {
    List<Head> heads =
        Sql.list(
            connection,
            "select * from evaluation where tenant_id = ? order by scan_id desc limit 1",
            values -> values.text(tenantId.toString()),
            Head::of);
    return heads.isEmpty() ? Optional.empty() : Optional.of(whole(heads.get(0)));
  }

  private Evaluation whole(Head head) throws SQLException {
    Evaluation bare = head.bare();
    DatedAmounts dated = bare.dated();
    return new Evaluation(
        bare.scanId(),
        bare.takenAt(),
        bare.evaluatedAt(),
        bare.currency(),
        bare.monthly(),
        bare.review(),
        new DatedAmounts(
            dated.reuseNow(),
            dated.cashNow(),
            renewals(head.id(), bare.currency()),
            dated.locked(),
            dated.toBuy()),
        bare.accounts(),
        results(head.id(), bare.currency()),
        new SkuLineRows(connection, head.id(), bare.currency()).all(),
        new RenewalRows(connection).all(head.id(), bare.currency()));
  }

  private List<DatedAmounts.Renewal> renewals(long id, Currency currency) throws SQLException {
    return Sql.list(
        connection,
        "select due_on, amount from saving_date where evaluation_id = ? order by due_on nulls last",
        values -> values.number(id),
        row ->
            new DatedAmounts.Renewal(
                row.getObject("due_on", LocalDate.class),
                Amounts.required(row, "amount", currency)));
  }

  private List<RuleResult> results(long id, Currency currency) throws SQLException {
    return Sql.list(
        connection,
        "select * from rule_result where evaluation_id = ? order by rule_id",
        values -> values.number(id),
        row -> result(row, currency));
  }

  private RuleResult result(ResultSet row, Currency currency) throws SQLException {
    RuleId id = new RuleId(row.getString("rule_id"));
    return new RuleResult(
        id,
        rules.title(id),
        RuleState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getInt("findings"),
        Amounts.required(row, "net", currency));
  }

  /** Replaces what was made of the same scan before; gives the id of the new one. */
  long write(TenantId tenantId, Evaluation evaluation) throws SQLException {
    Sql.update(
        connection,
        "delete from evaluation where tenant_id = ? and scan_id = ?",
        values -> values.text(tenantId.toString()).number(evaluation.scanId()));
    long id =
        Sql.list(
                connection, "select nextval('evaluation_seq')", values -> {}, row -> row.getLong(1))
            .get(0);
    insertHead(id, tenantId, evaluation);
    insertResults(id, evaluation.rules());
    insertDates(id, evaluation.dated().atRenewal());
    new SkuLineRows(connection, id, evaluation.currency()).insert(evaluation.lines());
    new RenewalRows(connection).insert(id, evaluation.renewals());
    return id;
  }

  private void insertHead(long id, TenantId tenantId, Evaluation evaluation) throws SQLException {
    DatedAmounts dated = evaluation.dated();
    Sql.update(
        connection,
        "insert into evaluation (id, tenant_id, scan_id, taken_at, evaluated_at, currency, accounts,"
            + " monthly, review, reuse_now, cash_now, locked, to_buy)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values ->
            values
                .number(id)
                .text(tenantId.toString())
                .number(evaluation.scanId())
                .time(evaluation.takenAt())
                .time(evaluation.evaluatedAt())
                .text(evaluation.currency().getCurrencyCode())
                .number(evaluation.accounts())
                .decimal(evaluation.monthly().amount())
                .decimal(evaluation.review().amount())
                .decimal(dated.reuseNow().amount())
                .decimal(dated.cashNow().amount())
                .decimal(dated.locked().amount())
                .decimal(dated.toBuy().amount()));
  }

  private void insertResults(long id, List<RuleResult> results) throws SQLException {
    try (Sql.Batch batch =
        new Sql.Batch(
            connection,
            "insert into rule_result (evaluation_id, rule_id, state, reason, findings, net)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (RuleResult result : results) {
        batch.add(
            values ->
                values
                    .number(id)
                    .text(result.id().value())
                    .text(result.state().name())
                    .text(Texts.cut(result.reason(), 2000))
                    .number(result.findings())
                    .decimal(result.net().amount()));
      }
      batch.send();
    }
  }

  private void insertDates(long id, List<DatedAmounts.Renewal> dates) throws SQLException {
    try (Sql.Batch batch =
        new Sql.Batch(
            connection,
            "insert into saving_date (evaluation_id, due_on, amount) values (?, ?, ?)")) {
      for (DatedAmounts.Renewal date : dates) {
        batch.add(values -> values.number(id).day(date.date()).decimal(date.amount().amount()));
      }
      batch.send();
    }
  }

  /** An evaluation without its lists. */
  private record Head(long id, Evaluation bare) {
    static Head of(ResultSet row) throws SQLException {
      Currency currency = Currency.getInstance(row.getString("currency"));
      Money monthly = Amounts.required(row, "monthly", currency);
      DatedAmounts dated =
          new DatedAmounts(
              Amounts.required(row, "reuse_now", currency),
              Amounts.required(row, "cash_now", currency),
              List.of(),
              Amounts.required(row, "locked", currency),
              Amounts.required(row, "to_buy", currency));
      return new Head(
          row.getLong("id"),
          new Evaluation(
              row.getLong("scan_id"),
              Sql.requiredTime(row, "taken_at"),
              Sql.requiredTime(row, "evaluated_at"),
              currency,
              monthly,
              Amounts.required(row, "review", currency),
              dated,
              row.getLong("accounts"),
              List.of(),
              List.of(),
              List.of()));
    }
  }
}
