package ai.chronom.m365.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of API tokens: how it is made, read from a header, and made unreadable for the store.
 */
final class Tokens {
  static final String PREFIX = "cht_";

  private static final int RANDOM_BYTES = 32;

  /** RFC 6750, b64token; longer ones are not ours. */
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/-]{1,512}=*)");

  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The token of an Authorization header; empty when the header is absent or something else. */
  static Optional<String> ofHeader(@Nullable String header) {
    return Optional.ofNullable(header)
        .map(BEARER::matcher)
        .filter(match -> match.matches())
        .map(match -> match.group(1));
  }

  /**
   * SHA-256 in hex. No salt and no slow hash: a token has 256 random bits, and is found by this.
   */
  static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
