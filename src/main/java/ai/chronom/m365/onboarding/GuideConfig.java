package ai.chronom.m365.onboarding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys {@code chronom.app-registration.*}; a bad one stops the start. */
@ApplicationScoped
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

  /** Asks for the guide, so that a bad key is told at the start and not at the first use. */
  void start(@Observes Startup event) {
    guide();
  }

  @Produces
  @Dependent
  public Guide guide() {
    return guide;
  }
}
