package ai.chronom.m365.vault;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/** A PKCS#12 keystore with the wrapping key, and the file that holds its password. */
record Pkcs12Store(KeyFile store, KeyFile passwordFile) {
  static final String WORD = "pkcs12";
  private static final int KEY_BITS = 256;

  /** Throws {@link KeyUnusable}. */
  Aead key(String alias) {
    store.require();
    char[] password = SecretLine.read(passwordFile);
    try {
      KeyStore keystore = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store.path())) {
        keystore.load(in, password);
      }
      if (!(keystore.getKey(alias, password) instanceof SecretKey key)) {
        throw store.refused(
            "has no secret key \"" + alias + "\": " + VaultConfig.KEY_ALIAS + " names another.");
      }
      return new WrappingKey(key, provider());
    } catch (IOException | GeneralSecurityException e) {
      throw store.refused(
          "cannot be opened ("
              + e.getClass().getSimpleName()
              + "): a PKCS#12 keystore and its password expected; the password is in "
              + passwordFile.path()
              + ".");
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Makes the keystore with a new key in it. Throws {@link KeyUnusable}. */
  Aead create(String alias) {
    if (!store.isAbsent()) {
      throw store.refused("exists already: it is never overwritten.");
    }
    char[] password = SecretLine.read(passwordFile);
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(KEY_BITS);
      SecretKey key = generator.generateKey();
      KeyStore keystore = KeyStore.getInstance("PKCS12");
      keystore.load(null, password);
      keystore.setEntry(
          alias, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(password));
      store.createEmpty();
      try (OutputStream out = Files.newOutputStream(store.path())) {
        keystore.store(out, password);
      }
      return new WrappingKey(key, provider());
    } catch (IOException | GeneralSecurityException e) {
      throw store.refused("cannot be created (" + e.getClass().getSimpleName() + ").");
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static Provider provider() throws GeneralSecurityException {
    return Cipher.getInstance("AES/GCM/NoPadding").getProvider();
  }
}
