package ai.chronom.m365.vault;

/**
 * What a typed secret looks like, as far as looks tell. Entra's format is not promised, so anything
 * that could be a secret is {@link #PLAUSIBLE}.
 */
public enum SecretShape {
  PLAUSIBLE,
  EMPTY,
  /** Fewer than {@link ClientSecret#CHARS_MIN} characters. */
  TOO_SHORT,
  /** More than {@link ClientSecret#CHARS_MAX} characters. */
  TOO_LONG,
  /** A GUID: almost surely the Secret ID, which stands beside the value in the portal. */
  SECRET_ID,
  /** Asterisks or bullets that stand for a secret somewhere. */
  MASK,
  /** Blanks, line breaks or control characters inside. */
  BROKEN_TEXT
}
