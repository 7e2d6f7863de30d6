package ai.chronom.m365.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change each half minute, as RFC 6238 makes them and authenticator apps show them:
 * HMAC-SHA-1, six digits.
 */
final class Totp {
  /** As long as SHA-1's output, which RFC 4226 recommends. */
  static final int SEED_BYTES = 20;

  static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;
  private static final long STEP_SECONDS = 30;

  /** Clocks differ, and typing takes time: the code before and the one after count too. */
  private static final int STEPS_ASIDE = 1;

  private static final String ALGORITHM = "HmacSHA1";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /** The caller overwrites it after use. */
  static byte[] freshSeed() {
    byte[] seed = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    return seed;
  }

  /**
   * The step whose code this is; empty when it is none of now.
   *
   * @param after steps up to this one have been used
   */
  static OptionalLong step(byte[] seed, String code, Instant now, long after) {
    long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - STEPS_ASIDE; step <= current + STEPS_ASIDE; step++) {
      // Each is computed and compared in the same time, whichever fits.
      boolean equal =
          MessageDigest.isEqual(
              code(seed, step).getBytes(StandardCharsets.US_ASCII),
              code.getBytes(StandardCharsets.UTF_8));
      if (equal && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(byte[] seed, long step) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(seed, ALGORITHM));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime offers no " + ALGORITHM, e);
    }
  }

  /** As apps take it, without padding (RFC 4648). */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte next : bytes) {
      buffer = buffer << Byte.SIZE | next & 0xff;
      bits += Byte.SIZE;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(buffer >> bits & 0x1f));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE32.charAt(buffer << 5 - bits & 0x1f));
    }
    return text.toString();
  }
}
