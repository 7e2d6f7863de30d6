package ai.chronom.m365.scan;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How often each tenant is scanned, chosen by people. */
@Stateless
public class ScanRhythms {
  private static final String INTERVAL = "interval";

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject ScanConfig config;
  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public ScanRhythm of(TenantId tenantId) {
    Optional<Duration> own =
        Sql.call(
            dataSource,
            connection ->
                Sql.list(
                        connection,
                        "select every_seconds from scan_rhythm where tenant_id = ?",
                        values -> values.text(tenantId.toString()),
                        row -> Duration.ofSeconds(row.getLong(1)))
                    .stream()
                    .findFirst());
    return new ScanRhythm(own.orElse(null), config.interval());
  }

  /** When the next scan starts by itself; empty when none is planned. */
  public Optional<Instant> next(TenantId tenantId) {
    return of(tenantId).every().isEmpty() ? Optional.empty() : jobs.dueAt(JobKind.SCAN, tenantId);
  }

  /**
   * Throws a {@link Problem} that names the field when the word is none.
   *
   * @param word {@code default}, {@code never} or ISO 8601, from five minutes to 90 days
   */
  public void choose(TenantId tenantId, @Nullable String word, Actor actor) {
    tenants.get(tenantId);
    Duration own = read(word);
    Sql.call(
        dataSource,
        connection -> {
          String id = tenantId.toString();
          Sql.update(
              connection, "delete from scan_rhythm where tenant_id = ?", values -> values.text(id));
          return own == null
              ? 0
              : Sql.update(
                  connection,
                  "insert into scan_rhythm (tenant_id, every_seconds) values (?, ?)",
                  values -> values.text(id).number(own.toSeconds()));
        });
    // A longer rhythm shows when the job is due: it looks again then.
    Instant now = clock.instant();
    of(tenantId)
        .every()
        .ifPresent(every -> jobs.schedule(JobKind.SCAN, tenantId, soonest(tenantId, every, now)));
    audit.record(actor, AuditAction.SCAN_SCHEDULED, tenantId, Outcome.SUCCEEDED, "every " + word);
  }

  private Instant soonest(TenantId tenantId, Duration every, Instant now) {
    Instant last = Sql.call(dataSource, c -> new ScanRows(c).lastRequest(tenantId)).orElse(now);
    Instant due = last.plus(every);
    return due.isAfter(now) ? due : now;
  }

  private static @Nullable Duration read(@Nullable String word) {
    if (word == null || word.isBlank()) {
      throw Problem.invalid(INTERVAL, "Say default, never, or a time such as P1D.");
    }
    if (word.equals(ScanRhythm.USUAL)) {
      return null;
    }
    if (word.equals(ScanRhythm.NEVER)) {
      return Duration.ZERO;
    }
    try {
      Duration own = Duration.parse(word);
      if (own.compareTo(ScanConfig.SHORTEST) >= 0 && own.compareTo(ScanConfig.LONGEST) <= 0) {
        return own;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Told below as everything else that is no time.
      throw Problem.invalid(INTERVAL, "This is no time; say default, never, or such as P1D.");
    }
    throw Problem.invalid(INTERVAL, "From five minutes (PT5M) to 90 days (P90D).");
  }
}
