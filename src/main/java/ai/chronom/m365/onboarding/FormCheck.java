package ai.chronom.m365.onboarding;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the usual mistakes of the onboarding forms and tells all of them at once: each verb throws
 * a {@link Problem} of kind invalid-input.
 */
final class FormCheck {
  private final Clouds clouds;
  private final Instant now;

  FormCheck(Clouds clouds, Instant now) {
    this.clouds = clouds;
    this.now = now;
  }

  CheckedForm tenant(TenantForm form) {
    FieldCheck check = new FieldCheck();
    Optional<String> name = check.name(form.name());
    Optional<TenantReference> tenant = check.tenant(form.tenantId());
    Optional<ApplicationId> application = check.application(form.applicationId());
    if (tenant.isPresent() && application.isPresent()) {
      check.different(tenant.get(), application.get());
    }
    Optional<CheckedCredential> credential =
        new CredentialCheck(check, now).check(form.credential());
    Optional<Cloud> cloud = check.cloud(form.cloud(), clouds);
    refuse(check);
    return new CheckedForm(
        name.orElseThrow(),
        tenant.orElseThrow(),
        application.orElseThrow(),
        credential.orElseThrow(),
        cloud.orElseThrow());
  }

  CheckedCredential replacement(CredentialForm form) {
    FieldCheck check = new FieldCheck();
    Optional<CheckedCredential> credential = new CredentialCheck(check, now).check(form);
    refuse(check);
    return credential.orElseThrow();
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
