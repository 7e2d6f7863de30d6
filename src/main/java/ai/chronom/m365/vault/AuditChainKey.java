package ai.chronom.m365.vault;

import ai.chronom.m365.audit.ChainKey;
import ai.chronom.m365.audit.ChainSeal;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Keeps the key of the audit chain, sealed under the master key, and opens it for each use: who
 * holds the database alone cannot make a link, and no copy of the key waits in memory.
 */
@ApplicationScoped
public class AuditChainKey implements ChainSeal {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Seals seals;

  @Override
  public void begin() {
    try {
      Sealed sealed =
          seals.seal(
              SealedTable.AUDIT_CHAIN_KEY,
              SealedChainKey.COLUMN,
              SealedChainKey.NAME,
              1,
              HmacKey.freshKey());
      entities.persist(new SealedChainKey(sealed));
      entities.flush();
    } catch (KeyUnusable e) {
      throw shut(e);
    }
  }

  @Override
  public ChainKey open() {
    SealedChainKey held = entities.find(SealedChainKey.class, SealedChainKey.NAME);
    if (held == null) {
      throw unavailable("is gone from the database");
    }
    try {
      return new HmacKey(seals.open(held.sealed()));
    } catch (KeyUnusable e) {
      throw shut(e);
    } catch (SealBroken e) {
      throw unavailable("does not open with our master key");
    }
  }

  private static Problem shut(KeyUnusable e) {
    return new Problem(ProblemKind.VAULT_UNAVAILABLE, String.valueOf(e.getMessage()));
  }

  private static Problem unavailable(String what) {
    return new Problem(
        ProblemKind.VAULT_UNAVAILABLE,
        "The key of the audit trail "
            + what
            + ": put the row of audit_chain_key back from a backup. Until then nothing that needs"
            + " the audit trail can be done.");
  }
}
