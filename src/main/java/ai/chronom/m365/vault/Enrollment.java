package ai.chronom.m365.vault;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app must be told once, while a second factor is being set up.
 *
 * @param secret in base 32
 */
public record Enrollment(String name, String secret) {
  private static final String PRODUCT = "Chronom";
  private static final int GROUP = 4;

  /** What the picture says to the app. */
  public String uri() {
    String label =
        URLEncoder.encode(PRODUCT + ":" + name, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/"
        + label
        + "?secret="
        + secret
        + "&issuer="
        + PRODUCT
        + "&algorithm=SHA1&digits="
        + Totp.DIGITS
        + "&period=30";
  }

  /** For typing: in groups of four. */
  public String typed() {
    return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }

  @Override
  public String toString() {
    return "Enrollment[" + name + "]";
  }
}
