package ai.chronom.m365.onboarding;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys {@code chronom.app-registration.*}; a bad one stops the start. */
@Singleton
@Startup
@Lock(LockType.READ)
public class GuideConfig {
  @Inject
  @ConfigProperty(
      name = "chronom.app-registration.name",
      defaultValue = "Chronom Read-Only App Registration")
  String name;

  @Inject
  @ConfigProperty(
      name = "chronom.app-registration.redirect-uri",
      defaultValue = "https://app.chronom.ai")
  String redirectUri;

  @SuppressWarnings("NullAway.Init")
  private Guide guide;

  @PostConstruct
  void read() {
    guide = new Guide(AppRegistration.of(name, redirectUri));
  }

  @Produces
  @Dependent
  public Guide guide() {
    return guide;
  }
}
