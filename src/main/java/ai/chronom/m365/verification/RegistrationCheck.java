package ai.chronom.m365.verification;

import java.util.List;
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
  /** The order of the guide, in which the rows stand. */
  static final List<String> ORDER =
      List.of(
          "registered-in-this-tenant",
          "licenses-in-this-tenant",
          "display-name",
          "single-tenant",
          "redirect-uri",
          "permissions-of-the-guide",
          "enterprise-application-enabled",
          "secret-is-value",
          "secret-lifetime",
          "one-valid-secret");

  private static final String NOT_VISIBLE = "not visible from here";

  static RegistrationCheck right(String check, String wanted, String found) {
    return new RegistrationCheck(check, wanted, found, true, "", "");
  }

  /**
   * @param link where in the portal; empty when nowhere
   */
  static RegistrationCheck wrong(
      String check, String wanted, String found, String remedy, String link) {
    return new RegistrationCheck(check, wanted, found, false, remedy, link);
  }

  static RegistrationCheck notVisible(String check, String wanted) {
    return new RegistrationCheck(check, wanted, NOT_VISIBLE, null, "", "");
  }

  public boolean isWrong() {
    return Boolean.FALSE.equals(ok);
  }
}
