package ai.chronom.m365.verification;

import ai.chronom.m365.graph.AppRegistration;
import ai.chronom.m365.graph.AppRegistration.Application;
import ai.chronom.m365.graph.AppRegistration.Secret;
import ai.chronom.m365.tenant.PortalLinks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the app registration with the guide, beyond permissions. */
final class RegistrationJudge {
  /** Microsoft's word for an app of one tenant. */
  private static final String SINGLE_TENANT = "AzureADMyOrg";

  private static final int LIFETIME_MAX_DAYS = 730;

  private final AppRegistration registration;
  private final RegistrationExpectation expected;
  private final PortalLinks links;

  RegistrationJudge(
      AppRegistration registration, RegistrationExpectation expected, PortalLinks links) {
    this.registration = registration;
    this.expected = expected;
    this.links = links;
  }

  List<RegistrationCheck> checks() {
    return List.of(
        registeredHere(),
        displayName(),
        singleTenant(),
        redirectUri(),
        enterpriseApplication(),
        secretIsValue(),
        secretLifetime(),
        oneSecret());
  }

  /** The last day of the secret in use; empty when it cannot be told apart from others. */
  Optional<LocalDate> secretExpiry() {
    return secretInUse()
        .flatMap(secret -> Optional.ofNullable(secret.end()))
        .map(end -> end.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private RegistrationCheck registeredHere() {
    String name = "registered-in-this-tenant";
    if (registration.application().isPresent()) {
      return RegistrationCheck.right(name, "yes", "yes");
    }
    return registration.isElsewhere()
        ? RegistrationCheck.wrong(
            name,
            "yes",
            "no, in another tenant",
            "Register the app in the tenant whose licenses are to be looked at, as the guide says.",
            links.overview())
        : RegistrationCheck.notVisible(name, "yes");
  }

  private RegistrationCheck displayName() {
    return ofApplication(
        "display-name",
        expected.displayName(),
        app ->
            app.displayName().strip().equals(expected.displayName())
                ? RegistrationCheck.right("display-name", expected.displayName(), app.displayName())
                : RegistrationCheck.wrong(
                    "display-name",
                    expected.displayName(),
                    app.displayName(),
                    "Open Branding & properties and enter the name of the guide; it works with"
                        + " another name too.",
                    links.branding()));
  }

  private RegistrationCheck singleTenant() {
    return ofApplication(
        "single-tenant",
        SINGLE_TENANT,
        app ->
            app.audience().equals(SINGLE_TENANT)
                ? RegistrationCheck.right("single-tenant", SINGLE_TENANT, app.audience())
                : RegistrationCheck.wrong(
                    "single-tenant",
                    SINGLE_TENANT,
                    app.audience(),
                    "Open Authentication and choose Accounts in this organizational directory only.",
                    links.authentication()));
  }

  private RegistrationCheck redirectUri() {
    String wanted = "Web: " + expected.redirectUri();
    return ofApplication(
        "redirect-uri",
        wanted,
        app ->
            app.webRedirects().contains(expected.redirectUri())
                ? RegistrationCheck.right("redirect-uri", wanted, foundRedirects(app))
                : RegistrationCheck.wrong(
                    "redirect-uri",
                    wanted,
                    foundRedirects(app),
                    "Open Authentication, press Add a platform, choose Web, and enter the redirect"
                        + " URI of the guide.",
                    links.authentication()));
  }

  /** Each platform with its addresses, as the portal groups them. */
  private static String foundRedirects(Application app) {
    String found =
        Stream.of(
                named("Web", app.webRedirects()),
                named("Single-page application", app.spaRedirects()),
                named("Mobile and desktop applications", app.publicRedirects()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return found.isEmpty() ? "none" : found;
  }

  private static String named(String platform, List<String> redirects) {
    return redirects.isEmpty() ? "" : platform + ": " + String.join(", ", redirects);
  }

  private RegistrationCheck enterpriseApplication() {
    String name = "enterprise-application-enabled";
    return registration
        .enterpriseApplication()
        .map(
            app ->
                app.isEnabled()
                    ? RegistrationCheck.right(name, "yes", "yes")
                    : RegistrationCheck.wrong(
                        name,
                        "yes",
                        "no",
                        "Open Enterprise applications, the app, Properties, and set Enabled for"
                            + " users to sign in to Yes.",
                        links.enterpriseApplications()))
        .orElseGet(() -> RegistrationCheck.notVisible(name, "yes"));
  }

  /** Whoever examines has a token, so Entra took the sealed secret for a value. */
  private RegistrationCheck secretIsValue() {
    return expected.secretHint().filter(Secret::isThumbprint).isPresent()
        ? RegistrationCheck.right(
            "secret-is-value", "an uploaded certificate", "a certificate that Entra accepts")
        : RegistrationCheck.right(
            "secret-is-value", "the secret's Value", "a Value that Entra accepts");
  }

  private RegistrationCheck secretLifetime() {
    String name = "secret-lifetime";
    String wanted = "at most " + LIFETIME_MAX_DAYS + " days";
    return secretInUse()
        .filter(secret -> secret.start() != null && secret.end() != null)
        .map(secret -> Duration.between(secret.start(), secret.end()).toDays())
        .map(
            days ->
                // Two years hold a leap day now and then.
                days <= LIFETIME_MAX_DAYS + 1
                    ? RegistrationCheck.right(name, wanted, days + " days")
                    : RegistrationCheck.wrong(
                        name,
                        wanted,
                        days + " days",
                        "Open Certificates & secrets, create a secret that lives "
                            + LIFETIME_MAX_DAYS
                            + " days, enter it here, and delete the old one.",
                        links.secrets()))
        .orElseGet(() -> RegistrationCheck.notVisible(name, wanted));
  }

  private RegistrationCheck oneSecret() {
    String name = "one-valid-secret";
    return ofApplication(
        name,
        "1",
        app -> {
          long valid =
              app.secrets().stream()
                  .filter(secret -> !secret.isCertificate())
                  .filter(this::isValid)
                  .count();
          return valid <= 1
              ? RegistrationCheck.right(name, "1", String.valueOf(valid))
              : RegistrationCheck.wrong(
                  name,
                  "1",
                  String.valueOf(valid),
                  "Open Certificates & secrets and delete the secrets that nobody uses; ours starts"
                      + " with "
                      + expected.secretHint().orElse("the hint shown on the tenant's page")
                      + ".",
                  links.secrets());
        });
  }

  /** Entra shows three characters of a secret and the thumbprint of a certificate; so do we. */
  private Optional<Secret> secretInUse() {
    List<Secret> candidates =
        registration.application().map(Application::secrets).orElse(List.of()).stream()
            .filter(this::isValid)
            .filter(
                secret ->
                    expected.secretHint().map(hint -> hint.equals(secret.hint())).orElse(true))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private boolean isValid(Secret secret) {
    Instant end = secret.end();
    return end == null || end.isAfter(expected.now());
  }

  private RegistrationCheck ofApplication(
      String check, String wanted, Function<Application, RegistrationCheck> judge) {
    return registration
        .application()
        .map(judge)
        .orElseGet(() -> RegistrationCheck.notVisible(check, wanted));
  }
}
