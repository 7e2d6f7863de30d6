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

  /** The keys of the given set, which still open, and a new one, which seals from now on. */
  static String withNewPrimary(String keySet) {
    try {
      KeysetHandle old =
          TinkJsonProtoKeysetFormat.parseKeyset(
              keySet, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
      builder.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      return json(builder.build());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeysetHandle fresh(Parameters parameters) throws GeneralSecurityException {
    return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
  }

  private static String json(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }
}
