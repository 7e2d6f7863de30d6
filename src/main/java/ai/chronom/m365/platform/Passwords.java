package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.UUID;

/**
 * Password hashes by Jakarta Security: PBKDF2, HMAC-SHA-256, 600,000 iterations (OWASP Password
 * Storage Cheat Sheet, 2023).
 */
@ApplicationScoped
public class Passwords {
  @Inject Pbkdf2PasswordHash hashes;

  /** What is checked when there is no account, so that an unknown name takes as long. */
  @SuppressWarnings("NullAway.Init")
  private String hashOfNobody;

  @PostConstruct
  void prepare() {
    hashes.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "600000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    hashOfNobody = hash(UUID.randomUUID().toString().toCharArray());
  }

  public String hash(char[] password) {
    return hashes.generate(password);
  }

  public boolean matches(char[] password, String hash) {
    return hashes.verify(password, hash);
  }

  /** Takes as long as {@link #matches}, for a name that has no account. */
  public void matchNobody(char[] password) {
    hashes.verify(password, hashOfNobody);
  }
}
