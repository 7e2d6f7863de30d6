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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys: AES-256-GCM, each with an id of unsigned 32 bits. It never changes; a rotation
 * makes a new one. Which key seals is told by the database, so that all nodes agree.
 */
final class KeySet {
  private static final int KEY_BYTES = 32;
  private static final int FINGERPRINT_BYTES = 16;
  private static final String FINGERPRINT_OF = "chronom vault master key fingerprint";
  private static final byte[] WRAPPED_FOR =
      "chronom vault key set".getBytes(StandardCharsets.UTF_8);

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot be set up", e);
    }
  }

  private final KeysetHandle handle;
  private final SortedMap<Long, AesGcmKey> keys;

  private KeySet(KeysetHandle handle) throws GeneralSecurityException {
    this.handle = handle;
    this.keys = new TreeMap<>();
    for (int i = 0; i < handle.size(); i++) {
      KeysetHandle.Entry entry = handle.getAt(i);
      if (entry.getStatus() == KeyStatus.ENABLED) {
        keys.put(id(entry), aes256Gcm(entry));
      }
    }
  }

  private static AesGcmKey aes256Gcm(KeysetHandle.Entry entry) throws GeneralSecurityException {
    if (entry.getKey() instanceof AesGcmKey key
        && key.getParameters().getKeySizeBytes() == KEY_BYTES
        && key.getParameters().getVariant() == AesGcmParameters.Variant.TINK) {
      return key;
    }
    throw new GeneralSecurityException("AES-256-GCM keys expected");
  }

  /** A new set of one key. */
  static KeySet fresh() {
    try {
      return new KeySet(
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime offers no AES-256-GCM", e);
    }
  }

  /**
   * @param json Tink's JSON of a key set in clear
   * @throws KeyUnusable when it is none, or holds a key of another kind
   */
  static KeySet ofClear(String json) {
    try {
      return new KeySet(
          TinkJsonProtoKeysetFormat.parseKeyset(
              json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | RuntimeException e) {
      // No cause: a parser's message can quote what it could not parse, here key material.
      throw new KeyUnusable("holds no usable key set: a Tink key set in JSON expected.");
    }
  }

  /** Throws {@link KeyUnusable}. */
  static KeySet ofWrapped(String json, Aead wrapping) {
    try {
      return new KeySet(
          TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
              json, wrapping, WRAPPED_FOR, RegistryConfiguration.get()));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new KeyUnusable(
          "holds no key set that this wrapping key opens: an encrypted Tink key set in JSON"
              + " expected, wrapped with the configured key.");
    }
  }

  /** Whether it looks like a key set under a wrapping key; tells nothing about which. */
  static boolean looksWrapped(String json) {
    return json.contains("\"encryptedKeyset\"");
  }

  /** The secret that protects all others. */
  String clear() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot write a key set", e);
    }
  }

  /** Useless without the wrapping key. */
  String wrapped(Aead wrapping) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
        handle, wrapping, WRAPPED_FOR, RegistryConfiguration.get());
  }

  /** The ids of all keys that open something. */
  SortedSet<Long> ids() {
    return new TreeSet<>(keys.keySet());
  }

  /** The key that seals in a database that has none yet. */
  long firstToSeal() {
    return id(handle.getPrimary());
  }

  /** Tells keys apart without telling anything about them; 32 hexadecimal digits each, by id. */
  SortedMap<Long, String> fingerprints() {
    SortedMap<Long, String> fingerprints = new TreeMap<>();
    keys.forEach((id, key) -> fingerprints.put(id, fingerprint(key)));
    return fingerprints;
  }

  private static String fingerprint(AesGcmKey key) {
    byte[] bytes = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      byte[] sum = mac.doFinal(FINGERPRINT_OF.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, FINGERPRINT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime offers no HMAC-SHA-256", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** What seals and opens with that key alone. */
  Optional<Aead> aead(long keyId) {
    return Optional.ofNullable(keys.get(keyId)).map(key -> alone(key, keyId));
  }

  private static Aead alone(AesGcmKey key, long keyId) {
    try {
      return KeysetHandle.newBuilder()
          .addEntry(KeysetHandle.importKey(key).withFixedId((int) keyId).makePrimary())
          .build()
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot use a key of the set", e);
    }
  }

  /** With one more key, which does not seal yet. */
  KeySet withNewKey() {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    builder.addEntry(
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withRandomId());
    return built(builder);
  }

  /**
   * @param sealing another key of the set, which seals
   */
  KeySet without(long keyId, long sealing) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder();
    IntStream.range(0, handle.size())
        .mapToObj(handle::getAt)
        .filter(entry -> id(entry) != keyId)
        .forEach(
            entry -> {
              KeysetHandle.Builder.Entry kept =
                  KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
              kept.setStatus(entry.getStatus());
              builder.addEntry(id(entry) == sealing ? kept.makePrimary() : kept);
            });
    return built(builder);
  }

  private static KeySet built(KeysetHandle.Builder builder) {
    try {
      return new KeySet(builder.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot change a key set", e);
    }
  }

  private static long id(KeysetHandle.Entry entry) {
    return Integer.toUnsignedLong(entry.getId());
  }

  @Override
  public String toString() {
    return "KeySet" + ids();
  }
}
