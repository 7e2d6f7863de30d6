package ai.chronom.m365.vault;

/** Why an uploaded PKCS#12 file is of no use to sign in with. */
public enum Pkcs12Trouble {
  EMPTY,
  /** More than {@link Pkcs12File#BYTES_MAX}. */
  TOO_LARGE,
  /** Text that begins like PEM. */
  PEM,
  NOT_PKCS12,
  WRONG_PASSWORD,
  NO_KEY,
  SEVERAL_KEYS,
  /** Entra takes RSA only. */
  NOT_RSA,
  /** Fewer than {@link Pkcs12File#BITS_MIN} bits, or more than {@link Pkcs12File#BITS_MAX}. */
  KEY_LENGTH,
  /** Its certificate belongs to another key. */
  NOT_A_PAIR,
  NOT_YET_VALID,
  EXPIRED
}
