package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.TenantId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes what an evaluation found over what earlier ones found, on one connection. */
final class FindingWrites {
  private static final int SUBJECT_MAX_CHARS = 500;
  private static final int REMEDY_MAX_CHARS = 4000;
  private static final int NAME_MAX_CHARS = 1024;

  private static final String UPDATE =
      "update finding set subject = ?, confidence = ?, state = ?, sku_id = ?, units = ?,"
          + " currency = ?, gross = ?, worth = ?, net = ?, remedy = ?, blockers = ?, evidence = ?,"
          + " evaluation_id = ?, last_seen_at = ?, resolved_at = null, realized = null where id = ?";

  private static final String INSERT =
      "insert into finding (subject, confidence, state, sku_id, units, currency, gross, worth, net, remedy,"
          + " blockers, evidence, evaluation_id, last_seen_at, first_seen_at, id, tenant_id, rule_id,"
          + " subject_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final TenantId tenantId;

  FindingWrites(Connection connection, TenantId tenantId) {
    this.connection = connection;
    this.tenantId = tenantId;
  }

  /** The same for the same subject in every scan. */
  static String id(TenantId tenantId, RuleId rule, String key) {
    String name = tenantId + "|" + rule + "|" + key;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Ids of the findings that somebody decided to leave, as of that day. */
  Set<String> dismissed(LocalDate day) throws SQLException {
    return Set.copyOf(
        Sql.list(
            connection,
            "select id from finding where tenant_id = ? and dismissed_at is not null"
                + " and (dismissed_until is null or dismissed_until >= ?)",
            values -> values.text(tenantId.toString()).day(day),
            row -> row.getString(1)));
  }

  void write(long evaluationId, EvaluationOutcome outcome, SeatWatch watch) throws SQLException {
    upsert(evaluationId, outcome);
    seats(outcome.findings());
    forgetExpiredDismissals();
    leaveBehind(evaluationId, outcome);
    new RealizedRows(connection, tenantId)
        .settle(outcome.evaluation().takenAt(), outcome.evaluation().lines(), watch);
  }

  private void upsert(long evaluationId, EvaluationOutcome outcome) throws SQLException {
    Set<String> known =
        new HashSet<>(
            Sql.list(
                connection,
                "select id from finding where tenant_id = ?",
                values -> values.text(tenantId.toString()),
                row -> row.getString(1)));
    Instant seenAt = outcome.evaluation().takenAt();
    String currency = outcome.evaluation().currency().getCurrencyCode();
    try (Sql.Batch update = new Sql.Batch(connection, UPDATE);
        Sql.Batch insert = new Sql.Batch(connection, INSERT)) {
      for (Settlement one : outcome.findings()) {
        String id = id(one);
        if (known.contains(id)) {
          update.add(values -> bind(values, one, currency, evaluationId, seenAt).text(id));
        } else {
          insert.add(
              values ->
                  bind(values, one, currency, evaluationId, seenAt)
                      .time(seenAt)
                      .text(id)
                      .text(tenantId.toString())
                      .text(one.candidate().about().id().value())
                      .text(one.candidate().key()));
        }
      }
      update.send();
      insert.send();
    }
  }

  private static Sql.Values bind(
      Sql.Values values, Settlement one, String currency, long evaluationId, Instant seenAt)
      throws SQLException {
    Candidate candidate = one.candidate();
    Candidate.SpareUnits units = candidate.units();
    return values
        .text(Texts.fit(candidate.subject(), SUBJECT_MAX_CHARS))
        .text(candidate.confidence().name())
        .text((one.dismissed() ? FindingState.DISMISSED : FindingState.OPEN).name())
        .text(units == null ? null : units.skuId().toString())
        .number(units == null ? one.seats().size() : units.count())
        .text(currency)
        .decimal(one.gross())
        .decimal(one.gross() == null ? BigDecimal.ZERO : one.gross())
        .decimal(one.net())
        .text(Texts.fit(candidate.remedy(), REMEDY_MAX_CHARS))
        .text(FindingText.write(candidate.blockers()))
        .text(FindingText.write(candidate.evidence()))
        .number(evaluationId)
        .time(seenAt);
  }

  private String id(Settlement one) {
    return id(tenantId, one.candidate().about().id(), one.candidate().key());
  }

  private void seats(List<Settlement> findings) throws SQLException {
    try (Sql.Batch delete =
            new Sql.Batch(connection, "delete from finding_seat where finding_id = ?");
        Sql.Batch insert =
            new Sql.Batch(
                connection,
                "insert into finding_seat (finding_id, user_id, sku_id, user_principal_name, gross,"
                    + " net, counted_in, replacements) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Settlement one : findings) {
        delete.add(values -> values.text(id(one)));
      }
      delete.send();
      for (Settlement one : findings) {
        for (Settlement.SettledSeat seat : one.seats()) {
          insert.add(values -> bind(values, id(one), seat));
        }
      }
      insert.send();
    }
  }

  private static void bind(Sql.Values values, String id, Settlement.SettledSeat seat)
      throws SQLException {
    RuleId countedIn = seat.countedIn();
    values
        .text(id)
        .text(seat.claim().userId())
        .text(seat.claim().skuId().toString())
        .text(Texts.fit(seat.claim().userPrincipalName(), NAME_MAX_CHARS))
        .decimal(seat.gross())
        .decimal(seat.net())
        .text(countedIn == null ? null : countedIn.value())
        .text(
            seat.claim().replacements().stream()
                .map(SkuId::toString)
                .collect(Collectors.joining(" ")));
  }

  private void forgetExpiredDismissals() throws SQLException {
    Sql.update(
        connection,
        "update finding set dismissed_reason = null, dismissed_until = null, dismissed_by = null,"
            + " dismissed_at = null where tenant_id = ? and state = 'OPEN'"
            + " and dismissed_at is not null",
        values -> values.text(tenantId.toString()));
  }

  /** What is no longer seen is resolved, if its rule could see; else it only stops counting. */
  private void leaveBehind(long evaluationId, EvaluationOutcome outcome) throws SQLException {
    List<RuleId> all = outcome.evaluation().rules().stream().map(RuleResult::id).toList();
    Instant takenAt = outcome.evaluation().takenAt();
    leaveBehind(
        "set state = 'RESOLVED', resolved_at = ? where state <> 'RESOLVED'",
        values -> values.time(takenAt),
        evaluationId,
        all.stream().filter(outcome.conclusive()::contains).toList());
    leaveBehind(
        "set net = 0 where state = 'OPEN'",
        values -> {},
        evaluationId,
        all.stream().filter(rule -> !outcome.conclusive().contains(rule)).toList());
  }

  /** All rules in one statement: it may have to look at each of the tenant's findings. */
  private void leaveBehind(
      String change, Sql.Binder changed, long evaluationId, List<RuleId> ofRules)
      throws SQLException {
    if (ofRules.isEmpty()) {
      return;
    }
    Sql.update(
        connection,
        "update finding "
            + change
            + " and tenant_id = ? and evaluation_id <> ? and rule_id in ("
            + String.join(", ", Collections.nCopies(ofRules.size(), "?"))
            + ")",
        values -> {
          changed.bind(values);
          values.text(tenantId.toString()).number(evaluationId);
          for (RuleId rule : ofRules) {
            values.text(rule.value());
          }
        });
  }
}
