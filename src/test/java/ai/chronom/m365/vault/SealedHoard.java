package ai.chronom.m365.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a database keeps sealed, in clear, for tests that hunt for it elsewhere: whoever has the
 * database and the key file can open it, and nobody else.
 */
public final class SealedHoard {
  private static final int KEY_BYTES = 32;
  private static final int MOST = 1_000;

  /** In a key file, the serialized key; it ends with the key's own bytes. */
  private static final Pattern KEY = Pattern.compile("\"value\":\\s*\"([^\"]+)\"");

  private SealedHoard() {}

  /** The master keys themselves, named by their order. */
  public static Map<String, byte[]> masterKeys(Path keyFile) throws IOException {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    Matcher values = KEY.matcher(Files.readString(keyFile));
    while (values.find()) {
      byte[] key = Base64.getDecoder().decode(values.group(1));
      keys.put(
          "master key " + keys.size(), Arrays.copyOfRange(key, key.length - KEY_BYTES, key.length));
    }
    return keys;
  }

  /** Every sealed value by table and number; of a certificate's key, the private exponent. */
  public static Map<String, byte[]> in(String url, String user, Path keyFile)
      throws SQLException, IOException {
    SecretSealer sealer =
        new SecretSealer(KeySet.ofClear(Files.readString(keyFile, StandardCharsets.UTF_8)));
    Map<String, byte[]> opened = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      for (SealedTable table : SealedTable.values()) {
        for (long key : table.keyIdsInUse(connection)) {
          for (Sealed value : table.someUnder(connection, key, MOST)) {
            opened.put(table.table() + " " + opened.size(), hard(value, sealer));
          }
        }
      }
    }
    return opened;
  }

  private static byte[] hard(Sealed value, SecretSealer sealer) {
    byte[] clear = sealer.open(value.bytes(), value.context());
    return value.context().column().equals(CredentialKind.CERTIFICATE.column())
        ? exponent((RSAPrivateKey) CertificateKey.ofClear(clear).reveal())
        : clear;
  }

  /** The part of a private key that nobody else knows, without a leading zero. */
  public static byte[] exponent(RSAPrivateKey key) {
    byte[] bytes = key.getPrivateExponent().toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
