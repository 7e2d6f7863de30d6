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
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The only door to credentials. Without a line in the audit trail no secret leaves. */
@Stateless
public class Vault {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject MasterKeyKeeper masterKey;
  @Inject Seals seals;
  @Inject RetiredSecrets retired;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Puts a proved credential in the place of the one held so far, if any; joins the transaction.
   * The one held so far is kept aside for whoever works under it (ADR 060). Throws a {@link
   * Problem} of kind vault-unavailable.
   *
   * @param expiresOn a secret's last day, null when nobody told; a certificate tells its own
   */
  public void seal(
      TenantId tenantId, Credential credential, @Nullable LocalDate expiresOn, Actor actor) {
    requireKey();
    // Locked: of two replacements at once, the second must see the version of the first.
    SealedSecret held =
        entities.find(SealedSecret.class, tenantId.toString(), LockModeType.PESSIMISTIC_WRITE);
    long version = held == null ? 1 : held.description().version() + 1;
    Sealed sealed =
        seals.seal(
            SealedTable.SEALED_SECRET,
            credential.kind().column(),
            tenantId.toString(),
            version,
            CredentialBytes.clear(credential));
    LocalDate lastDay =
        credential instanceof CertificateKey key ? key.facts().expiresOn() : expiresOn;
    if (held == null) {
      entities.persist(new SealedSecret(sealed, credential, lastDay, clock.instant()));
    } else {
      retired.keep(held);
      held.replace(sealed, credential, lastDay, clock.instant());
    }
    entities.flush();
    audit.record(
        actor,
        AuditAction.SECRET_SEALED,
        tenantId,
        Outcome.SUCCEEDED,
        "version=" + version + kind(credential));
  }

  private static String kind(Credential credential) {
    return credential instanceof CertificateKey key
        ? " kind=certificate thumbprint=" + key.facts().thumbprint()
        : "";
  }

  /**
   * In clear, for one use; the caller closes it. The audit line is committed before the seal is
   * broken. Throws a {@link Problem}: not-found, vault-unavailable or secret-unreadable.
   */
  public OpenedCredential open(TenantId tenantId, SecretPurpose purpose, Actor actor) {
    requireKey();
    SealedSecret held = find(tenantId).orElseThrow(() -> Problem.notFound("The client secret"));
    return opened(tenantId, held.kind(), held.sealed(), line(purpose, actor));
  }

  /**
   * The same for work that began under an earlier version: that one while it is kept, otherwise the
   * one in use now.
   */
  public OpenedCredential open(
      TenantId tenantId, long version, SecretPurpose purpose, Actor actor) {
    requireKey();
    Optional<RetiredSecret> earlier = retired.find(tenantId, version);
    return earlier.isPresent()
        ? opened(tenantId, earlier.get().kind(), earlier.get().sealed(), line(purpose, actor))
        : open(tenantId, purpose, actor);
  }

  /** Who opens and why. */
  private record Line(Actor actor, String purpose) {}

  private static Line line(SecretPurpose purpose, Actor actor) {
    return new Line(actor, purpose.name().toLowerCase(Locale.ROOT));
  }

  private OpenedCredential opened(
      TenantId tenantId, CredentialKind kind, Sealed sealed, Line line) {
    long version = sealed.context().version();
    String facts = "purpose=" + line.purpose() + " version=" + version;
    audit.recordNow(line.actor(), AuditAction.SECRET_OPENED, tenantId, Outcome.SUCCEEDED, facts);
    try {
      byte[] clear = seals.open(sealed);
      try {
        return new OpenedCredential(CredentialBytes.read(kind, clear), version);
      } finally {
        Arrays.fill(clear, (byte) 0);
      }
    } catch (SealBroken e) {
      audit.recordNow(line.actor(), AuditAction.SECRET_OPENED, tenantId, Outcome.FAILED, facts);
      throw new Problem(
          ProblemKind.SECRET_UNREADABLE,
          "The stored secret of this tenant does not open with our master key: replace the secret.");
    }
  }

  /**
   * Entra told when the secret in use ends; what somebody entered by hand gives way. A certificate
   * tells by itself. Joins the transaction.
   */
  public void learnExpiry(TenantId tenantId, LocalDate expiresOn) {
    find(tenantId)
        .filter(held -> held.kind() == CredentialKind.CLIENT_SECRET)
        .ifPresent(held -> held.expires(expiresOn));
  }

  /** Empty for an unknown tenant. */
  public Optional<SecretDescription> describe(TenantId tenantId) {
    return find(tenantId).map(SealedSecret::description);
  }

  /** Of those tenants that have one. */
  public Map<TenantId, SecretDescription> describe(Collection<TenantId> tenantIds) {
    if (tenantIds.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select s from SealedSecret s where s.tenantId in :tenants", SealedSecret.class)
        .setParameter("tenants", tenantIds.stream().map(TenantId::toString).toList())
        .getResultStream()
        .collect(
            Collectors.toMap(
                held -> TenantId.ofAddress(held.tenantId()), SealedSecret::description));
  }

  /** Empty when the vault works, otherwise the reason in one sentence. */
  public Optional<String> ready() {
    try {
      masterKey.sealer();
      return Optional.empty();
    } catch (KeyUnusable e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Throws a {@link Problem} of kind vault-unavailable. */
  public void requireKey() {
    ready()
        .ifPresent(
            reason -> {
              throw new Problem(ProblemKind.VAULT_UNAVAILABLE, reason);
            });
  }

  private Optional<SealedSecret> find(TenantId tenantId) {
    return Optional.ofNullable(entities.find(SealedSecret.class, tenantId.toString()));
  }
}
