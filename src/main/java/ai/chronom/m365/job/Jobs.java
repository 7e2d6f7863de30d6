package ai.chronom.m365.job;

import static java.util.stream.Collectors.joining;

import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantLeaving;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lease rows: each job belongs to at most one node at a time (ADR 002). Times of leases are the
 * database's, so that clocks of nodes don't matter.
 */
@Stateless
public class Jobs {
  private static final String FREE = "(owner is null or lease_until < current_timestamp)";
  private static final int HAND_OVER_MILLISECONDS = 10_000;

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Node node;

  /** Makes the job due at that time, or earlier if it was due earlier; joins the transaction. */
  public void schedule(JobKind kind, TenantId tenantId, Instant due) {
    int moved =
        entities
            .createNativeQuery(
                "update job set due_at = case when due_at < ?3 then due_at else ?3 end"
                    + " where kind = ?1 and tenant_id = ?2")
            .setParameter(1, kind.name())
            .setParameter(2, tenantId.toString())
            .setParameter(3, due.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    if (moved == 0) {
      insert(kind, tenantId, due);
    }
  }

  private void insert(JobKind kind, TenantId tenantId, Instant due) {
    entities
        .createNativeQuery(
            "insert into job (id, kind, tenant_id, due_at, fence, failures)"
                + " values (nextval('job_seq'), ?1, ?2, ?3, 0, 0)")
        .setParameter(1, kind.name())
        .setParameter(2, tenantId.toString())
        .setParameter(3, due.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** The longest due job of that kind, now ours for one lease; empty when none is due and free. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Claim> claim(JobKind kind) {
    return claimRow(
        "select id, tenant_id, fence, failures from job where kind = ?1 and due_at <= current_timestamp"
            + " and "
            + FREE
            + " order by due_at limit 1 for update skip locked",
        kind);
  }

  /** That tenant's job if it is due and free, now ours for one lease. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Claim> claim(JobKind kind, TenantId tenantId) {
    return claimRow(
        "select id, tenant_id, fence, failures from job where kind = ?1 and due_at <= current_timestamp"
            + " and tenant_id = ?2 and "
            + FREE
            + " for update skip locked",
        kind,
        tenantId.toString());
  }

  private Optional<Claim> claimRow(String select, JobKind kind, String... more) {
    if (!node.isWorking()) {
      return Optional.empty();
    }
    Query query = entities.createNativeQuery(select).setParameter(1, kind.name());
    for (int i = 0; i < more.length; i++) {
      query.setParameter(i + 2, more[i]);
    }
    List<?> rows = query.getResultList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Object[] row = (Object[]) rows.get(0);
    Claim claim =
        new Claim(
            ((Number) row[0]).longValue(),
            kind,
            new TenantId(UUID.fromString((String) row[1])),
            ((Number) row[2]).longValue() + 1,
            ((Number) row[3]).intValue());
    entities
        .createNativeQuery("update job set owner = ?1, lease_until = ?2, fence = ?3 where id = ?4")
        .setParameter(1, node.name())
        .setParameter(2, leaseEnd())
        .setParameter(3, claim.fence())
        .setParameter(4, claim.jobId())
        .executeUpdate();
    return Optional.of(claim);
  }

  /**
   * Prolongs the lease and locks the job's row until the surrounding transaction ends, so that what
   * is written in it is written by the owner. Throws {@link LeaseLost}.
   */
  public void renew(Claim claim) {
    int renewed =
        entities
            .createNativeQuery(
                "update job set lease_until = ?1 where id = ?2 and fence = ?3 and owner = ?4")
            .setParameter(1, leaseEnd())
            .setParameter(2, claim.jobId())
            .setParameter(3, claim.fence())
            .setParameter(4, node.name())
            .executeUpdate();
    if (renewed == 0) {
      throw new LeaseLost(claim);
    }
  }

  /** The same in a transaction of its own, while the work goes on. Throws {@link LeaseLost}. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void renewNow(Claim claim) {
    renew(claim);
  }

  /** Gives the job back after it was done; it is due again then. Throws {@link LeaseLost}. */
  public void finish(Claim claim, Instant nextDue) {
    release(claim, nextDue, 0);
  }

  /** Gives the job back after a failure; it is due again then. Throws {@link LeaseLost}. */
  public void fail(Claim claim, Instant retryAt) {
    release(claim, retryAt, claim.failures() + 1);
  }

  /**
   * Gives all jobs of this node to whoever asks next, at once; work on them that still goes on here
   * sees {@link LeaseLost}. Fails rather than waits when the database is away.
   *
   * @return how many there were
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int handOver() {
    return entities
        .createNativeQuery(
            "update job set owner = null, lease_until = null, fence = fence + 1 where owner = ?1")
        .setParameter(1, node.name())
        .setHint("jakarta.persistence.query.timeout", HAND_OVER_MILLISECONDS)
        .executeUpdate();
  }

  private void release(Claim claim, Instant due, int failures) {
    int released =
        entities
            .createNativeQuery(
                "update job set owner = null, lease_until = null, due_at = ?1, failures = ?2"
                    + " where id = ?3 and fence = ?4")
            .setParameter(1, due.atOffset(ZoneOffset.UTC))
            .setParameter(2, failures)
            .setParameter(3, claim.jobId())
            .setParameter(4, claim.fence())
            .executeUpdate();
    if (released == 0) {
      throw new LeaseLost(claim);
    }
  }

  /**
   * Waits for what is being written for the tenant now; whoever works on sees {@link LeaseLost}.
   */
  public void withdraw(@Observes TenantLeaving event) {
    entities
        .createNativeQuery("delete from job where tenant_id = ?1")
        .setParameter(1, event.tenantId().toString())
        .executeUpdate();
  }

  /**
   * Gives jobs that are due later than that, and in nobody's hands, another due time.
   *
   * @param due asked once for each
   * @return how many there were
   */
  public int bringBack(JobKind kind, Instant latest, Supplier<Instant> due) {
    List<?> late =
        entities
            .createNativeQuery(
                "select id from job where kind = ?1 and due_at > ?2 and " + FREE + " order by id")
            .setParameter(1, kind.name())
            .setParameter(2, latest.atOffset(ZoneOffset.UTC))
            .getResultList();
    for (Object id : late) {
      entities
          .createNativeQuery("update job set due_at = ?1 where id = ?2 and due_at > ?3")
          .setParameter(1, due.get().atOffset(ZoneOffset.UTC))
          .setParameter(2, id)
          .setParameter(3, latest.atOffset(ZoneOffset.UTC))
          .executeUpdate();
    }
    return late.size();
  }

  /** The jobs that somebody owns, that failed or that are due: a thousand at most, a line each. */
  public List<String> notable() {
    List<?> rows =
        entities
            .createNativeQuery(
                "select kind, tenant_id, due_at, owner, lease_until, fence, failures from job"
                    + " where owner is not null or failures > 0 or due_at <= current_timestamp"
                    + " order by due_at limit 1000")
            .getResultList();
    return rows.stream()
        .map(row -> Stream.of((Object[]) row).map(String::valueOf).collect(joining(" ")))
        .toList();
  }

  /** Of the whole cluster, by the database's clock. */
  public Backlog backlog(JobKind kind) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select count(*), min(due_at), current_timestamp from job where kind = ?1"
                        + " and due_at <= current_timestamp and "
                        + FREE)
                .setParameter(1, kind.name())
                .getSingleResult();
    if (row[1] == null) {
      return new Backlog(0, Duration.ZERO);
    }
    return new Backlog(
        ((Number) row[0]).longValue(),
        Duration.between(DatabaseTime.of(row[1]), DatabaseTime.of(row[2])));
  }

  /** When the job is due; empty when there is none. */
  public Optional<Instant> dueAt(JobKind kind, TenantId tenantId) {
    List<?> found =
        entities
            .createNativeQuery("select due_at from job where kind = ?1 and tenant_id = ?2")
            .setParameter(1, kind.name())
            .setParameter(2, tenantId.toString())
            .getResultList();
    return found.stream().findFirst().map(DatabaseTime::of).map(OffsetDateTime::toInstant);
  }

  /** Whether some node works on it now. */
  public boolean isRunning(JobKind kind, TenantId tenantId) {
    Number owned =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from job where kind = ?1 and tenant_id = ?2 and not " + FREE)
                .setParameter(1, kind.name())
                .setParameter(2, tenantId.toString())
                .getSingleResult();
    return owned.longValue() > 0;
  }

  private OffsetDateTime leaseEnd() {
    Object now = entities.createNativeQuery("select current_timestamp").getSingleResult();
    return DatabaseTime.of(now).plus(leaseDuration());
  }

  private Duration leaseDuration() {
    return node.leaseDuration();
  }
}
