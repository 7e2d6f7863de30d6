package ai.chronom.m365.vault;

/** The key file holds the key set itself; whoever reads the file has the keys. */
final class InClear implements Wrapping {
  static final String WORD = "file";

  @Override
  public KeySet open(String text) {
    if (KeySet.looksWrapped(text)) {
      throw new KeyUnusable(
          "holds its keys under a wrapping key: set chronom.vault.key-holder to pkcs12 or pkcs11,"
              + " as it was when the file was written.");
    }
    return KeySet.ofClear(text);
  }

  @Override
  public String close(KeySet keys) {
    return keys.clear();
  }

  @Override
  public String word() {
    return WORD;
  }
}
