package ai.chronom.m365.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Seals and opens with the master key set, AES-256-GCM through Tink; the only class with
 * cryptography (ADR 010). A sealed value is one byte of format followed by Tink's ciphertext.
 */
final class SecretSealer {
  static final short FORMAT = 1;
  private static final int KEY_BYTES = 32;

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot be set up", e);
    }
  }

  private final KeysetHandle keys;
  private final Aead aead;

  private SecretSealer(KeysetHandle keys, Aead aead) {
    this.keys = keys;
    this.aead = aead;
  }

  /** A new key set of one key, as Tink's JSON: it is the secret that protects all others. */
  static String freshKeySet() {
    try {
      KeysetHandle keys =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime offers no AES-256-GCM", e);
    }
  }

  /**
   * @param json Tink's JSON of a key set in clear
   * @throws KeyUnusable when it is none, or holds a key of another kind
   */
  static SecretSealer of(String json) {
    try {
      KeysetHandle keys =
          TinkJsonProtoKeysetFormat.parseKeyset(
              json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
      requireAes256Gcm(keys);
      return new SecretSealer(keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException | RuntimeException e) {
      // No cause: a parser's message can quote what it could not parse, here key material.
      throw new KeyUnusable("holds no usable key set: a Tink key set in JSON expected.");
    }
  }

  private static void requireAes256Gcm(KeysetHandle keys) throws GeneralSecurityException {
    for (int i = 0; i < keys.size(); i++) {
      boolean fits =
          keys.getAt(i).getKey() instanceof AesGcmKey key
              && key.getParameters().getKeySizeBytes() == KEY_BYTES
              && key.getParameters().getVariant() == AesGcmParameters.Variant.TINK;
      if (!fits) {
        throw new GeneralSecurityException("AES-256-GCM keys expected");
      }
    }
  }

  /** What a value of that place and version would be bound to when sealed now. */
  SealContext contextFor(String owner, String entity, String column, long version) {
    long keyId = Integer.toUnsignedLong(keys.getPrimary().getId());
    return new SealContext(owner, entity, column, version, keyId, FORMAT);
  }

  /**
   * @param clear overwritten on return
   */
  byte[] seal(byte[] clear, SealContext context) {
    try {
      byte[] ciphertext = aead.encrypt(clear, context.associatedData());
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

  /**
   * In clear; the caller overwrites it after use. Throws {@link SealBroken}, always the same: what
   * exactly is wrong would help an attacker.
   */
  byte[] open(byte[] sealed, SealContext context) {
    if (sealed.length == 0 || context.format() != FORMAT || sealed[0] != FORMAT) {
      throw new SealBroken();
    }
    return decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), context);
  }

  private byte[] decrypt(byte[] ciphertext, SealContext context) {
    try {
      return aead.decrypt(ciphertext, context.associatedData());
    } catch (GeneralSecurityException e) {
      throw new SealBroken();
    }
  }

  /** Ids of the keys that can open something; unsigned 32 bits. */
  Set<Long> keyIds() {
    return IntStream.range(0, keys.size())
        .mapToObj(keys::getAt)
        .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
        .map(entry -> Integer.toUnsignedLong(entry.getId()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return "SecretSealer[keys " + keyIds() + "]";
  }
}
