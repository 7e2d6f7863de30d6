package ai.chronom.m365.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Master key sets that the product itself never makes. */
final class KeySets {
  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private KeySets() {}

  static String aes128() {
    try {
      return json(fresh(PredefinedAeadParameters.AES128_GCM));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same id, but another key: as if somebody had edited the file. */
  static String withOtherBytes(KeySet keys) {
    try {
      KeysetHandle.Builder builder =
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withFixedId((int) keys.firstToSeal())
                      .makePrimary());
      return json(builder.build());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The key that seals in a database whose keys were rotated once: the newer of two. */
  static KeySet primaryOnly(String keySet) {
    KeySet keys = KeySet.ofClear(keySet);
    long old = keys.firstToSeal();
    return keys.without(old, keys.ids().stream().filter(id -> id != old).findAny().orElseThrow());
  }

  private static KeysetHandle fresh(Parameters parameters) throws GeneralSecurityException {
    return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
  }

  private static String json(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }
}
