package ai.chronom.m365.vault;

import ai.chronom.m365.audit.ChainKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links audit events with HMAC-SHA-256. Not for several threads at once. */
final class HmacKey implements ChainKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final byte[] key;
  private final Mac mac;

  /** Takes the bytes over and overwrites them when closed. */
  HmacKey(byte[] key) {
    this.key = key;
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime offers no " + ALGORITHM, e);
    }
  }

  /** The caller overwrites them after use. */
  static byte[] freshKey() {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    return fresh;
  }

  @Override
  public String link(byte[] content) {
    return HexFormat.of().formatHex(mac.doFinal(content));
  }

  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public String toString() {
    return "HmacKey[***]";
  }
}
