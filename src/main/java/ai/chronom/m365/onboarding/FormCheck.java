package ai.chronom.m365.onboarding;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.vault.ClientSecret;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the usual mistakes of the onboarding forms and tells all of them at once: each verb throws
 * a {@link Problem} of kind invalid-input.
 */
final class FormCheck {
  private final Clouds clouds;
  private final LocalDate today;

  FormCheck(Clouds clouds, LocalDate today) {
    this.clouds = clouds;
    this.today = today;
  }

  CheckedForm tenant(TenantForm form) {
    FieldCheck check = new FieldCheck();
    Optional<String> name = check.name(form.name());
    Optional<TenantReference> tenant = check.tenant(form.tenantId());
    Optional<ApplicationId> application = check.application(form.applicationId());
    if (tenant.isPresent() && application.isPresent()) {
      check.different(tenant.get(), application.get());
    }
    Optional<ClientSecret> secret = check.secret(form.clientSecret());
    Optional<Cloud> cloud = check.cloud(form.cloud(), clouds);
    Optional<LocalDate> expiry = check.expiry(form.secretExpiresOn(), today);
    refuse(check);
    return new CheckedForm(
        name.orElseThrow(),
        tenant.orElseThrow(),
        application.orElseThrow(),
        secret.orElseThrow(),
        cloud.orElseThrow(),
        expiry.orElse(null));
  }

  /** The last day of the secret; empty when it was left out. */
  Optional<LocalDate> replacement(SecretForm form) {
    FieldCheck check = new FieldCheck();
    check.secret(form.clientSecret());
    Optional<LocalDate> expiry = check.expiry(form.secretExpiresOn(), today);
    refuse(check);
    return expiry;
  }

  static String name(@Nullable String typed) {
    FieldCheck check = new FieldCheck();
    Optional<String> name = check.name(typed);
    refuse(check);
    return name.orElseThrow();
  }

  private static void refuse(FieldCheck check) {
    if (!check.errors().isEmpty()) {
      throw Problem.invalid(List.copyOf(check.errors()));
    }
  }
}
