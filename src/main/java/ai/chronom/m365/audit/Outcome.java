package ai.chronom.m365.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an audited action ended. */
public enum Outcome {
  SUCCEEDED,
  /** Somebody said no: we to a caller, or Entra to us. */
  REFUSED,
  /** It could not be done. */
  FAILED;

  /** By its word on the wire. */
  public static Optional<Outcome> find(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
  }

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
