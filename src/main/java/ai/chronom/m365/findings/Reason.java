package ai.chronom.m365.findings;

import ai.chronom.m365.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Why somebody leaves a finding as it is. */
public record Reason(String text) {
  public static final int MAX_CHARS = 500;

  public Reason {
    if (text.isEmpty() || text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("1 to " + MAX_CHARS + " characters expected");
    }
  }

  /** Throws a {@link Problem} that names the field {@code reason}. */
  public static Reason of(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    if (text.isEmpty()) {
      throw Problem.invalid("reason", "A reason expected, none given.");
    }
    if (text.length() > MAX_CHARS) {
      throw Problem.invalid(
          "reason", "At most " + MAX_CHARS + " characters expected, " + text.length() + " given.");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalid("reason", "Text on one line expected, control characters given.");
    }
    return new Reason(text);
  }
}
