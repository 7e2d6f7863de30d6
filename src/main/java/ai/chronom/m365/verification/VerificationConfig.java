package ai.chronom.m365.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often tenants are verified, and what the guide told their admins to enter. */
@ApplicationScoped
public class VerificationConfig {
  @Inject
  @ConfigProperty(name = "chronom.verification.interval", defaultValue = "PT6H")
  Duration interval;

  @Inject
  @ConfigProperty(
      name = "chronom.app-registration.name",
      defaultValue = "Chronom Read-Only App Registration")
  String registrationName;

  @Inject
  @ConfigProperty(
      name = "chronom.app-registration.redirect-uri",
      defaultValue = "https://app.chronom.ai")
  String redirectUri;

  public Duration interval() {
    return interval;
  }

  public String registrationName() {
    return registrationName;
  }

  public String redirectUri() {
    return redirectUri;
  }
}
