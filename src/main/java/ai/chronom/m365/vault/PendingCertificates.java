package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Key pairs made here, from their making until Entra accepted them. Their private keys are never
 * given away; abandoned ones are deleted after seven days.
 */
@Stateless
public class PendingCertificates {
  /** More than this many waiting at once are a mistake or an attack. */
  static final int WAITING_MAX = 200;

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Vault vault;
  @Inject Seals seals;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Makes a key pair and a certificate. One made earlier for the same tenant is discarded. Throws a
   * {@link Problem} of kind vault-unavailable.
   *
   * @param tenantId whose credential it shall become; null for a tenant that is not connected yet
   */
  public WaitingCertificate generate(@Nullable TenantId tenantId, String commonName, Actor actor) {
    vault.requireKey();
    refuseTooMany();
    if (tenantId != null) {
      of(tenantId).ifPresent(earlier -> discard(earlier.id(), actor));
    }
    String id = UUID.randomUUID().toString();
    try (CertificateKey key = NewCertificate.generate(commonName, clock.instant())) {
      Sealed sealed =
          seals.seal(
              SealedTable.PENDING_CERTIFICATE,
              PendingCertificate.COLUMN,
              id,
              PendingCertificate.VERSION,
              key.clear());
      PendingCertificate pending =
          new PendingCertificate(sealed, key.facts(), tenantId, actor, clock.instant());
      entities.persist(pending);
      entities.flush();
      record(actor, AuditAction.CERTIFICATE_GENERATED, pending.description());
      return pending.description();
    }
  }

  private void refuseTooMany() {
    long waiting =
        entities
            .createQuery("select count(p) from PendingCertificate p", Long.class)
            .getSingleResult();
    if (waiting >= WAITING_MAX) {
      throw new Problem(
          ProblemKind.INVALID_INPUT,
          WAITING_MAX + " generated certificates are waiting already: discard some of them first.");
    }
  }

  private void record(Actor actor, AuditAction action, WaitingCertificate certificate) {
    audit.record(
        actor,
        action,
        certificate.tenantId(),
        Outcome.SUCCEEDED,
        "thumbprint=" + certificate.certificate().thumbprint());
  }

  /** The latest first. */
  public List<WaitingCertificate> all() {
    return entities
        .createQuery(
            "select p from PendingCertificate p order by p.createdAt desc",
            PendingCertificate.class)
        .getResultList()
        .stream()
        .map(PendingCertificate::description)
        .toList();
  }

  public Optional<WaitingCertificate> find(UUID id) {
    return row(id).map(PendingCertificate::description);
  }

  /** The one that waits for that tenant. */
  public Optional<WaitingCertificate> of(TenantId tenantId) {
    return all().stream().filter(each -> tenantId.equals(each.tenantId())).findFirst();
  }

  /** The latest that this person made for a tenant that is not connected yet. */
  public Optional<WaitingCertificate> latestOf(Actor actor) {
    return all().stream()
        .filter(each -> each.tenantId() == null && each.createdBy().equals(actor))
        .findFirst();
  }

  /**
   * Its key in clear, to be proved with Entra; the caller closes it. The audit line is committed
   * before the seal is broken. Throws a {@link Problem}: not-found, vault-unavailable or
   * secret-unreadable.
   */
  public CertificateKey open(UUID id, Actor actor) {
    vault.requireKey();
    PendingCertificate pending =
        row(id).orElseThrow(() -> Problem.notFound("The generated certificate"));
    WaitingCertificate facts = pending.description();
    audit.recordNow(
        actor,
        AuditAction.SECRET_OPENED,
        facts.tenantId(),
        Outcome.SUCCEEDED,
        "purpose=proof thumbprint=" + facts.certificate().thumbprint());
    try {
      byte[] clear = seals.open(pending.sealed());
      try {
        return CertificateKey.ofClear(clear);
      } finally {
        Arrays.fill(clear, (byte) 0);
      }
    } catch (SealBroken e) {
      throw new Problem(
          ProblemKind.SECRET_UNREADABLE,
          "The generated key does not open with our master key: generate another one.");
    }
  }

  /** It is the tenant's credential by now; joins that transaction. */
  public void taken(UUID id) {
    row(id).ifPresent(entities::remove);
  }

  /** Throws a not-found problem. */
  public void discard(UUID id, Actor actor) {
    PendingCertificate pending =
        row(id).orElseThrow(() -> Problem.notFound("The generated certificate"));
    record(actor, AuditAction.CERTIFICATE_DISCARDED, pending.description());
    entities.remove(pending);
    entities.flush();
  }

  /** Those that nobody used in time. */
  public void discardAbandoned() {
    entities
        .createQuery(
            "select p from PendingCertificate p where p.discardedAt <= :now",
            PendingCertificate.class)
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .getResultList()
        .forEach(
            pending -> {
              record(Actor.SYSTEM, AuditAction.CERTIFICATE_DISCARDED, pending.description());
              entities.remove(pending);
            });
  }

  private Optional<PendingCertificate> row(UUID id) {
    return Optional.ofNullable(entities.find(PendingCertificate.class, id.toString()));
  }
}
