package ai.chronom.m365.sandbox.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names as 32 hexadecimal digits, as tenants have them unless an administrator decides otherwise.
 */
final class Concealment {
  private static final List<String> HIDDEN =
      List.of(
          "User Principal Name",
          "Display Name",
          "Owner Principal Name",
          "Owner Display Name",
          "Site URL");

  private Concealment() {}

  static Map<String, String> of(Map<String, String> row) {
    Map<String, String> hidden = new LinkedHashMap<>(row);
    HIDDEN.forEach(column -> hidden.computeIfPresent(column, (name, value) -> digest(value)));
    hidden.computeIfPresent("User Id", (name, value) -> "00000000-0000-0000-0000-000000000000");
    return hidden;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5")
              .digest(("contoso" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
