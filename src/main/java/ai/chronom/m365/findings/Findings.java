package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The findings of each tenant and what people decide about them. */
@Stateless
public class Findings {
  private static final int EXPORT_ROWS = 500;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Inject RuleBook rules;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Open ones first, dearest first. */
  public Listing<Finding> list(TenantId tenantId, FindingFilter filter, PageRequest page) {
    return list(tenantId, filter, FindingOrder.NATURAL, page);
  }

  /** In that order. */
  public Listing<Finding> list(
      TenantId tenantId, FindingFilter filter, FindingOrder order, PageRequest page) {
    FindingQuery query = new FindingQuery(tenantId, filter);
    return Sql.call(
        database,
        connection -> {
          FindingRows rows = new FindingRows(connection, rules);
          return new Listing<>(
              rows.page(query, order, page.offset(), page.size()), rows.count(query), page);
        });
  }

  /** A piece of the list, found by its key. */
  public FindingPage list(TenantId tenantId, FindingFilter filter, FindingCut cut) {
    return Sql.call(
        database,
        connection ->
            new FindingRows(connection, rules).piece(new FindingQuery(tenantId, filter), cut));
  }

  public long count(TenantId tenantId, FindingFilter filter) {
    return Sql.call(
        database,
        connection -> new FindingRows(connection, rules).count(new FindingQuery(tenantId, filter)));
  }

  public Optional<Finding> find(TenantId tenantId, String id) {
    return Sql.call(database, connection -> new FindingRows(connection, rules).find(tenantId, id));
  }

  /**
   * Hands all of them on by rule and id, some at a time. Each part is found by its key and read in
   * a connection of its own, so neither their number nor a slow reader holds anything up.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forEach(TenantId tenantId, FindingFilter filter, Consumer<Finding> taker) {
    FindingQuery query = new FindingQuery(tenantId, filter);
    List<String> found =
        Sql.call(database, connection -> new FindingRows(connection, rules).rules(tenantId));
    for (String rule : found) {
      List<Finding> part = part(query, rule, "");
      while (!part.isEmpty()) {
        part.forEach(taker);
        part = part(query, rule, part.get(part.size() - 1).id());
      }
    }
  }

  private List<Finding> part(FindingQuery query, String rule, String afterId) {
    return Sql.call(
        database,
        connection -> new FindingRows(connection, rules).after(query, rule, afterId, EXPORT_ROWS));
  }

  /**
   * Leaves a finding as it is. The savings follow with the next evaluation. Throws a {@link
   * Problem} when there is no such finding, when it is resolved, or when a value is wrong.
   *
   * @param until last day the decision holds; null for good
   */
  public void dismiss(
      TenantId tenantId, String id, Reason reason, @Nullable LocalDate until, Actor actor) {
    requireFuture(until);
    requireUnresolved(tenantId, id);
    Sql.call(
        database,
        connection ->
            Sql.update(
                connection,
                "update finding set state = 'DISMISSED', dismissed_reason = ?, dismissed_until = ?,"
                    + " dismissed_by = ?, dismissed_at = ? where tenant_id = ? and id = ?",
                values ->
                    values
                        .text(reason.text())
                        .day(until)
                        .text(actor.name())
                        .time(clock.instant())
                        .text(tenantId.toString())
                        .text(id)));
    audit.record(actor, AuditAction.FINDING_DISMISSED, tenantId, Outcome.SUCCEEDED, id);
  }

  /**
   * Leaves all open findings as they are that a filter names, and tells how many. Throws a {@link
   * Problem} when the filter names none in particular, or a value is wrong.
   *
   * @param until last day the decision holds; null for good
   */
  public int dismissAll(
      TenantId tenantId,
      FindingFilter filter,
      Reason reason,
      @Nullable LocalDate until,
      Actor actor) {
    if (filter.anything()) {
      throw Problem.invalid(
          "filter", "A rule, a confidence, a product or a user expected: not all at once.");
    }
    requireFuture(until);
    FindingQuery query = new FindingQuery(tenantId, filter);
    int count =
        Sql.call(
            database,
            connection ->
                Sql.update(
                    connection,
                    "update finding set state = 'DISMISSED', dismissed_reason = ?,"
                        + " dismissed_until = ?, dismissed_by = ?, dismissed_at = ? where id in"
                        + " (select f.id from finding f where "
                        + query.where()
                        + " and f.state = 'OPEN')",
                    values ->
                        query.bind(
                            values
                                .text(reason.text())
                                .day(until)
                                .text(actor.name())
                                .time(clock.instant()))));
    String detail = count + " findings: " + filter;
    audit.record(actor, AuditAction.FINDING_DISMISSED, tenantId, Outcome.SUCCEEDED, detail);
    return count;
  }

  private void requireFuture(@Nullable LocalDate until) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (until != null && until.isBefore(today)) {
      throw Problem.invalid("until", "Today or a later day expected, " + until + " given.");
    }
  }

  /** Takes a dismissal back. Throws a {@link Problem} as {@link #dismiss} does. */
  public void reopen(TenantId tenantId, String id, Actor actor) {
    requireUnresolved(tenantId, id);
    Sql.call(
        database,
        connection ->
            Sql.update(
                connection,
                "update finding set state = 'OPEN', dismissed_reason = null, dismissed_until = null,"
                    + " dismissed_by = null, dismissed_at = null where tenant_id = ? and id = ?",
                values -> values.text(tenantId.toString()).text(id)));
    audit.record(actor, AuditAction.FINDING_REOPENED, tenantId, Outcome.SUCCEEDED, id);
  }

  private void requireUnresolved(TenantId tenantId, String id) {
    Finding finding = find(tenantId, id).orElseThrow(() -> Problem.notFound("The finding"));
    if (finding.state() == FindingState.RESOLVED) {
      throw Problem.invalid("state", "The finding is resolved: it is no longer seen.");
    }
  }
}
