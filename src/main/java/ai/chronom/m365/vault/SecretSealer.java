package ai.chronom.m365.vault;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens with the master keys, AES-256-GCM through Tink (ADR 010). A sealed value is one
 * byte of format followed by Tink's ciphertext. Safe for use by many threads.
 */
final class SecretSealer {
  static final short FORMAT = 1;

  private final KeySet keys;
  private final Map<Long, Aead> byKey = new HashMap<>();

  SecretSealer(KeySet keys) {
    this.keys = keys;
    keys.ids().forEach(id -> keys.aead(id).ifPresent(aead -> byKey.put(id, aead)));
  }

  /**
   * With the key that the context names, which must be one of ours.
   *
   * @param clear overwritten on return
   */
  byte[] seal(byte[] clear, SealContext context) {
    try {
      byte[] ciphertext = required(context.keyId()).encrypt(clear, context.associatedData());
      return ByteBuffer.allocate(1 + ciphertext.length)
          .put((byte) context.format())
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM failed to seal", e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private Aead required(long keyId) {
    Aead aead = byKey.get(keyId);
    if (aead == null) {
      throw new IllegalArgumentException("one of " + keys.ids() + " expected, " + keyId + " given");
    }
    return aead;
  }

  /**
   * In clear; the caller overwrites it after use. Throws {@link SealBroken}, always the same: what
   * exactly is wrong would help an attacker.
   */
  byte[] open(byte[] sealed, SealContext context) {
    if (context.format() != FORMAT) {
      throw new SealBroken();
    }
    return open(sealed, context.keyId(), context.associatedData());
  }

  /** The seal itself, whatever it is bound to. Throws {@link SealBroken}. */
  byte[] open(byte[] sealed, long keyId, byte[] associatedData) {
    @Nullable Aead aead = byKey.get(keyId);
    if (aead == null || sealed.length == 0 || sealed[0] != FORMAT) {
      throw new SealBroken();
    }
    try {
      return aead.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), associatedData);
    } catch (GeneralSecurityException e) {
      throw new SealBroken();
    }
  }

  /** Ids of the keys that can open something. */
  SortedSet<Long> keyIds() {
    return keys.ids();
  }

  KeySet keys() {
    return keys;
  }

  @Override
  public String toString() {
    return "SecretSealer[keys " + keyIds() + "]";
  }
}
