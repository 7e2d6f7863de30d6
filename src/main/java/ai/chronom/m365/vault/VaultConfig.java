package ai.chronom.m365.vault;

import com.google.crypto.tink.Aead;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the master keys are, as configured (ADR 014). Each verb throws {@link KeyUnusable}, which
 * names the key, what is expected and what came.
 *
 * @param values by key; empty when a key has no value
 */
record VaultConfig(Function<String, Optional<String>> values) {
  static final String KEY_FILE = "chronom.vault.key-file";
  static final String KEY_HOLDER = "chronom.vault.key-holder";
  static final String KEY_ALIAS = "chronom.vault.wrapping-key-alias";
  static final String KEYSTORE_FILE = "chronom.vault.keystore-file";
  static final String KEYSTORE_PASSWORD_FILE = "chronom.vault.keystore-password-file";
  static final String PKCS11_LIBRARY = "chronom.vault.pkcs11-library";
  static final String PKCS11_SLOT = "chronom.vault.pkcs11-slot";
  static final String PKCS11_PIN_FILE = "chronom.vault.pkcs11-pin-file";

  private static final String DEFAULT_ALIAS = "chronom-vault";

  KeyHolder holder() {
    Path file = path(KEY_FILE, "the file that holds the master key set");
    return new KeyHolder(new KeyFile("The vault's key file", file), wrapping());
  }

  private Wrapping wrapping() {
    String word = values.apply(KEY_HOLDER).orElse(InClear.WORD);
    return switch (word) {
      case InClear.WORD -> new InClear();
      case Pkcs12Store.WORD -> {
        Pkcs12Store store = pkcs12();
        yield new UnderKey(word, () -> store.key(alias()));
      }
      case Pkcs11Token.WORD -> {
        Pkcs11Token token = pkcs11();
        yield new UnderKey(word, () -> token.key(alias()));
      }
      default ->
          throw new KeyUnusable(
              KEY_HOLDER + " is \"" + word + "\", but file, pkcs12 or pkcs11 is expected.");
    };
  }

  /** Makes the wrapping key where the configuration says that it is; never over another. */
  Aead createWrappingKey() {
    String word = values.apply(KEY_HOLDER).orElse(InClear.WORD);
    return switch (word) {
      case Pkcs12Store.WORD -> pkcs12().create(alias());
      case Pkcs11Token.WORD -> pkcs11().create(alias());
      default ->
          throw new KeyUnusable(
              KEY_HOLDER
                  + " is \""
                  + word
                  + "\", but pkcs12 or pkcs11 is expected: nothing else has a wrapping key.");
    };
  }

  private Pkcs12Store pkcs12() {
    return new Pkcs12Store(
        new KeyFile("The vault's keystore", path(KEYSTORE_FILE, "the PKCS#12 keystore")),
        new KeyFile(
            "The password file of the vault's keystore",
            path(KEYSTORE_PASSWORD_FILE, "the file that holds the keystore's password")));
  }

  private Pkcs11Token pkcs11() {
    String slot =
        values
            .apply(PKCS11_SLOT)
            .orElseThrow(() -> missing(PKCS11_SLOT, "the id of the token's slot"));
    if (!slot.matches("[0-9]{1,18}")) {
      throw new KeyUnusable(
          PKCS11_SLOT + " is \"" + slot + "\", but a decimal slot id is expected.");
    }
    return new Pkcs11Token(
        path(PKCS11_LIBRARY, "the PKCS#11 library of the token"),
        Long.parseLong(slot),
        new KeyFile(
            "The PIN file of the vault's token",
            path(PKCS11_PIN_FILE, "the file that holds the PIN of the token's user")));
  }

  private String alias() {
    return values.apply(KEY_ALIAS).orElse(DEFAULT_ALIAS);
  }

  private Path path(String key, String meaning) {
    String text = values.apply(key).orElseThrow(() -> missing(key, meaning));
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new KeyUnusable(key + " is \"" + text + "\", but a path is expected.");
    }
  }

  private static KeyUnusable missing(String key, String meaning) {
    return new KeyUnusable(key + " is not set: name " + meaning + ".");
  }
}
