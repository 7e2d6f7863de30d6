package ai.chronom.m365.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/** The key file holds the key set under a wrapping key, and is useless without it. */
final class UnderKey implements Wrapping {
  private final String word;
  private final Supplier<Aead> key;

  /**
   * @param key asked each time, so that a keystore put right needs no restart; throws {@link
   *     KeyUnusable}
   */
  UnderKey(String word, Supplier<Aead> key) {
    this.word = word;
    this.key = key;
  }

  @Override
  public KeySet open(String text) {
    if (!KeySet.looksWrapped(text)) {
      throw new KeyUnusable(
          "holds no key set under a wrapping key, but chronom.vault.key-holder is "
              + word
              + ": wrap it with the command vault-keys.sh copy.");
    }
    return KeySet.ofWrapped(text, key.get());
  }

  @Override
  public String close(KeySet keys) {
    try {
      return keys.wrapped(key.get());
    } catch (GeneralSecurityException e) {
      throw new KeyUnusable(
          "cannot be written: the wrapping key refused to encrypt ("
              + e.getClass().getSimpleName()
              + ").");
    }
  }

  @Override
  public String word() {
    return word;
  }
}
