package ai.chronom.m365.vault;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Seals and opens for the tables of this room, always with the key that is in use now. A new kind
 * of sealed value needs a line in {@link SealedTable}, nothing else.
 */
@ApplicationScoped
public class Seals {
  @Inject MasterKeyKeeper masterKey;
  @Inject SealCounts counts;
  @Inject VaultWork work;

  /**
   * Seals for that place. Call it inside the transaction that stores the result, and before that
   * locks anything else: until it ends no other node changes keys. Throws a {@link Problem} of kind
   * vault-unavailable.
   *
   * @param clear overwritten on return
   */
  Sealed seal(SealedTable table, String column, String owner, long version, byte[] clear) {
    try {
      long keyId = keyThatSeals();
      SecretSealer sealer = masterKey.sealer();
      requireKey(sealer, keyId);
      counts.take(keyId, 1);
      SealContext context =
          new SealContext(owner, table.table(), column, version, keyId, SecretSealer.FORMAT);
      return new Sealed(context, sealer.seal(clear, context));
    } catch (KeyUnusable e) {
      throw unavailable(e);
    }
  }

  /** Looked up before it is locked: reading the key file anew may need the lock itself. */
  private long keyThatSeals() {
    masterKey.sealer();
    masterKey.sealer(work.alone(connection -> new VaultRows(connection).primary()).orElseThrow());
    return work.joined(connection -> new VaultRows(connection).lock()).orElseThrow();
  }

  private static void requireKey(SecretSealer sealer, long keyId) {
    if (!sealer.keyIds().contains(keyId)) {
      throw new KeyUnusable(
          "This node has the keys "
              + sealer.keyIds()
              + ", but the key "
              + keyId
              + " seals now: put the current key file in its place.");
    }
  }

  /**
   * In clear; the caller overwrites it after use. Throws {@link SealBroken}, and a {@link Problem}
   * of kind vault-unavailable.
   */
  byte[] open(Sealed sealed) {
    try {
      return masterKey.sealer(sealed.context().keyId()).open(sealed.bytes(), sealed.context());
    } catch (KeyUnusable e) {
      throw unavailable(e);
    }
  }

  private static Problem unavailable(KeyUnusable e) {
    return new Problem(ProblemKind.VAULT_UNAVAILABLE, String.valueOf(e.getMessage()));
  }
}
