package ai.chronom.m365.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Seals and opens for the tables of this room, always with the key that is in use now. A new kind
 * of sealed value needs a line in {@link SealedTable}, nothing else.
 */
@ApplicationScoped
public class Seals {
  @Inject MasterKeyKeeper masterKey;

  /**
   * Seals for that place. Call it inside the transaction that stores the result. Throws {@link
   * KeyUnusable}.
   *
   * @param clear overwritten on return
   */
  Sealed seal(SealedTable table, String column, String owner, long version, byte[] clear) {
    SecretSealer sealer = masterKey.sealer();
    SealContext context = sealer.contextFor(owner, table.table(), column, version);
    return new Sealed(context, sealer.seal(clear, context));
  }

  /**
   * In clear; the caller overwrites it after use. Throws {@link KeyUnusable} and {@link
   * SealBroken}.
   */
  byte[] open(Sealed sealed) {
    return masterKey.sealer().open(sealed.bytes(), sealed.context());
  }
}
