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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only door to client secrets. Without a line in the audit trail no secret leaves. */
@Stateless
public class Vault {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject MasterKeyKeeper masterKey;
  @Inject Seals seals;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Puts a proved secret in the place of the one held so far, if any; joins the transaction. Throws
   * a {@link Problem} of kind vault-unavailable.
   *
   * @param expiresOn its last day; null when nobody told
   */
  public void seal(
      TenantId tenantId, ClientSecret secret, @Nullable LocalDate expiresOn, Actor actor) {
    requireKey();
    // Locked: of two replacements at once, the second must see the version of the first.
    SealedSecret held =
        entities.find(SealedSecret.class, tenantId.toString(), LockModeType.PESSIMISTIC_WRITE);
    long version = held == null ? 1 : held.description().version() + 1;
    Sealed sealed =
        seals.seal(
            SealedTable.SEALED_SECRET,
            SealedSecret.COLUMN,
            tenantId.toString(),
            version,
            secret.utf8());
    if (held == null) {
      entities.persist(new SealedSecret(sealed, secret.hint(), expiresOn, clock.instant()));
    } else {
      held.replace(sealed, secret.hint(), expiresOn, clock.instant());
    }
    entities.flush();
    audit.record(
        actor, AuditAction.SECRET_SEALED, tenantId, Outcome.SUCCEEDED, "version=" + version);
  }

  /**
   * In clear, for one use; the caller closes it. The audit line is committed before the seal is
   * broken. Throws a {@link Problem}: not-found, vault-unavailable or secret-unreadable.
   */
  public ClientSecret open(TenantId tenantId, SecretPurpose purpose, Actor actor) {
    requireKey();
    SealedSecret held = find(tenantId).orElseThrow(() -> Problem.notFound("The client secret"));
    String facts =
        "purpose="
            + purpose.name().toLowerCase(Locale.ROOT)
            + " version="
            + held.description().version();
    audit.recordNow(actor, AuditAction.SECRET_OPENED, tenantId, Outcome.SUCCEEDED, facts);
    try {
      return opened(held);
    } catch (SealBroken e) {
      audit.recordNow(actor, AuditAction.SECRET_OPENED, tenantId, Outcome.FAILED, facts);
      throw new Problem(
          ProblemKind.SECRET_UNREADABLE,
          "The stored secret of this tenant does not open with our master key: replace the secret.");
    }
  }

  private ClientSecret opened(SealedSecret held) {
    byte[] clear = seals.open(held.sealed());
    try {
      return ClientSecret.ofUtf8(clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /**
   * Entra told when the secret in use ends; what somebody entered by hand gives way. Joins the
   * transaction.
   */
  public void learnExpiry(TenantId tenantId, LocalDate expiresOn) {
    find(tenantId).ifPresent(held -> held.expires(expiresOn));
  }

  /** Empty for an unknown tenant. */
  public Optional<SecretDescription> describe(TenantId tenantId) {
    return find(tenantId).map(SealedSecret::description);
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

  private void requireKey() {
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
