package ai.chronom.m365.verification;

import java.util.Optional;

/** Which of the guide's rows a refused sign-in proves wrong; the others stay unseen. */
final class FailedCheck {
  private FailedCheck() {}

  /** Empty when the refusal is about nothing that the guide asks for. */
  static Optional<RegistrationCheck> of(Failure failure) {
    return switch (failure.slug()) {
      case "secret-wrong", "secret-missing" ->
          row(failure, "secret-is-value", "the secret's Value", "not accepted by Entra");
      case "secret-expired" ->
          row(failure, "secret-lifetime", "a secret that is still valid", "an expired secret");
      case "sign-in-disabled" -> row(failure, "enterprise-application-enabled", "yes", "no");
      case "no-enterprise-application" ->
          row(failure, "enterprise-application-enabled", "yes", "none in this tenant");
      case "application-unknown", "tenant-unknown" ->
          row(failure, "registered-in-this-tenant", "yes", "not found by Entra");
      default -> Optional.empty();
    };
  }

  private static Optional<RegistrationCheck> row(
      Failure failure, String check, String wanted, String found) {
    return Optional.of(
        RegistrationCheck.wrong(
            check,
            wanted,
            found + " (" + failure.code() + ")",
            failure.remedy(),
            failure.remedyLink()));
  }
}
