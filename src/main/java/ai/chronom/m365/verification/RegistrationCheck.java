package ai.chronom.m365.verification;

import org.jspecify.annotations.Nullable;

/**
 * One more thing that the guide asks for.
 *
 * @param check a stable name, lower-kebab
 * @param ok null when it cannot be seen from here
 * @param remedy what to click; empty when it is right
 * @param remedyLink where in the portal; empty when it is right
 */
public record RegistrationCheck(
    String check,
    String expected,
    String found,
    @Nullable Boolean ok,
    String remedy,
    String remedyLink) {
  public boolean isWrong() {
    return Boolean.FALSE.equals(ok);
  }
}
