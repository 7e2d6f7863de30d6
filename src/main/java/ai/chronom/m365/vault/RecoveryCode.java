package ai.chronom.m365.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A code that opens once when the authenticator app is lost; only its hash is kept, salted by the
 * name. A slow hash would protect nothing that has 80 random bits.
 */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode {
  static final int NUMBER = 10;

  /** Without those that look like others: 32 letters, five bits each. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int CHARS = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Id
  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "name")
  private String name;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected RecoveryCode() {}

  RecoveryCode(String name, String code) {
    this.name = name;
    this.codeHash = hash(name, code);
  }

  /** Such as {@code kx4f-93mc-…}. */
  static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CHARS; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** Blanks, hyphens and case do not matter. */
  static String hash(String name, String code) {
    String plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] salted = (name + "\n" + plain).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256.digest(salted));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  String name() {
    return name;
  }
}
