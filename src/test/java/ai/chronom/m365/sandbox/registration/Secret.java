package ai.chronom.m365.sandbox.registration;

import java.time.Instant;
import java.util.Locale;

/**
 * A client secret of the app registration; the hint is the first three characters, as Entra has it.
 */
public record Secret(String keyId, String displayName, String value, Instant start, Instant end) {
  private static final int HINT_LENGTH = 3;

  public String hint() {
    return value.substring(0, HINT_LENGTH);
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(end);
  }

  Secret expiredAt(Instant moment) {
    return new Secret(keyId, displayName, value, start, moment);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Secret[keyId=%s, hint=%s]", keyId, hint());
  }
}
