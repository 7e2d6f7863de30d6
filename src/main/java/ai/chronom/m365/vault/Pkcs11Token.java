package ai.chronom.m365.vault;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.security.auth.login.LoginException;

/**
 * A token of a hardware security module, reached over PKCS#11 by the JDK's own provider, with the
 * wrapping key that never leaves it. A PIN that the token refused once is not shown to it again: a
 * few wrong ones would lock it.
 */
record Pkcs11Token(Path library, long slot, KeyFile pinFile) {
  static final String WORD = "pkcs11";
  private static final String KEYSTORE = "PKCS11";
  private static final int KEY_BITS = 256;

  /** One provider per token and process: each one loads the library and opens sessions. */
  private static final Map<String, Provider> PROVIDERS = new ConcurrentHashMap<>();

  /** When the file with the refused PIN was written, by token. */
  private static final Map<String, Long> REFUSED_PINS = new ConcurrentHashMap<>();

  /** Throws {@link KeyUnusable}. */
  Aead key(String alias) {
    Provider provider = provider();
    try {
      if (!(opened(provider).getKey(alias, null) instanceof SecretKey key)) {
        throw refused(
            "has no secret key \"" + alias + "\": " + VaultConfig.KEY_ALIAS + " names another.");
      }
      return new WrappingKey(key, provider);
    } catch (GeneralSecurityException | ProviderException e) {
      throw failed(e);
    }
  }

  /** A new key in the token, which can never be read out of it. Throws {@link KeyUnusable}. */
  Aead create(String alias) {
    Provider provider = provider();
    try {
      KeyStore token = opened(provider);
      if (token.containsAlias(alias)) {
        throw refused("has a key \"" + alias + "\" already: it is never overwritten.");
      }
      KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
      generator.init(KEY_BITS);
      SecretKey key = generator.generateKey();
      token.setKeyEntry(alias, key, null, null);
      return new WrappingKey(key, provider);
    } catch (GeneralSecurityException | ProviderException e) {
      throw failed(e);
    }
  }

  private KeyStore opened(Provider provider) throws GeneralSecurityException {
    requireUntriedPin();
    char[] pin = SecretLine.read(pinFile);
    try {
      KeyStore token = KeyStore.getInstance(KEYSTORE, provider);
      token.load(null, pin);
      REFUSED_PINS.remove(config());
      return token;
    } catch (IOException e) {
      // So the JDK's keystore tells a wrong PIN.
      if (e.getCause() instanceof UnrecoverableKeyException) {
        REFUSED_PINS.put(config(), pinWrittenAt());
        throw refusedPin();
      }
      throw failed(e.getCause() instanceof LoginException cause ? cause : e);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private void requireUntriedPin() {
    Long refused = REFUSED_PINS.get(config());
    if (refused != null && refused == pinWrittenAt()) {
      throw refusedPin();
    }
  }

  private long pinWrittenAt() {
    try {
      return Files.getLastModifiedTime(pinFile.path()).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private Provider provider() {
    if (!Files.isRegularFile(library)) {
      throw new KeyUnusable(
          VaultConfig.PKCS11_LIBRARY
              + " is "
              + library
              + ", but no file is there: the PKCS#11 library of the token is expected.");
    }
    Provider jdk = Security.getProvider("SunPKCS11");
    if (jdk == null) {
      throw new KeyUnusable(
          "This Java runtime has no provider SunPKCS11: the module jdk.crypto.cryptoki is expected.");
    }
    try {
      return PROVIDERS.computeIfAbsent(config(), jdk::configure);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  /** Keys made by us can encrypt and decrypt inside the token, and never leave it. */
  private String config() {
    return """
        --name = chronom%d
        library = %s
        slot = %d
        attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
          CKA_ENCRYPT = true
          CKA_DECRYPT = true
        }
        """
        .formatted(slot, library, slot);
  }

  private KeyUnusable refusedPin() {
    return refused(
        "refused the PIN in " + pinFile.path() + ": it is tried again once that file was written.");
  }

  /** A token that was away needs a new provider. */
  private KeyUnusable failed(Exception e) {
    PROVIDERS.remove(config());
    return refused(
        "cannot be used ("
            + e.getClass().getSimpleName()
            + "): a token with a logged-in user in that slot expected.");
  }

  private KeyUnusable refused(String how) {
    return new KeyUnusable("The vault's token in slot " + slot + " of " + library + " " + how);
  }
}
