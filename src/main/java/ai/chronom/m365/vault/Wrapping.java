package ai.chronom.m365.vault;

/** How the key file holds the key set: in clear, or under a key that lies elsewhere (ADR 014). */
interface Wrapping {
  /** Throws {@link KeyUnusable}, whose message continues the name of the key file. */
  KeySet open(String text);

  /** Throws {@link KeyUnusable}. */
  String close(KeySet keys);

  /** The word of the configuration. */
  String word();
}
