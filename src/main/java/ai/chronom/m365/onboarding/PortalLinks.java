package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses in the portal and at the sign-in of one cloud. Templates hold {@code {tenantId}} and
 * {@code {applicationId}}; the verbs fill them in.
 */
public record PortalLinks(Cloud cloud, URI redirectUri) {
  private static final String TENANT = "{tenantId}";
  private static final String APPLICATION = "{applicationId}";
  private static final String REGISTERED_APP =
      "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/";

  public URI newRegistration() {
    return URI.create(
        cloud.portalUrl()
            + "/#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/quickStartType~/null"
            + "/isMSAApp~/false");
  }

  /** All app registrations of the tenant that is signed in. */
  public URI registrations() {
    return URI.create(
        cloud.portalUrl() + "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade");
  }

  public String overviewTemplate() {
    return registeredApp("Overview");
  }

  public URI overview(ApplicationId applicationId) {
    return filled(overviewTemplate(), applicationId);
  }

  public String apiPermissionsTemplate() {
    return registeredApp("CallAnAPI");
  }

  public URI apiPermissions(ApplicationId applicationId) {
    return filled(apiPermissionsTemplate(), applicationId);
  }

  public String secretsTemplate() {
    return registeredApp("Credentials");
  }

  public URI secrets(ApplicationId applicationId) {
    return filled(secretsTemplate(), applicationId);
  }

  private String registeredApp(String blade) {
    return cloud.portalUrl() + REGISTERED_APP + blade + "/appId/" + APPLICATION;
  }

  /** The application as it lives in the tenant: sign-in on or off, consented permissions. */
  public String enterpriseApplicationTemplate() {
    return cloud.portalUrl()
        + "/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/appId/"
        + APPLICATION;
  }

  public URI enterpriseApplication(ApplicationId applicationId) {
    return filled(enterpriseApplicationTemplate(), applicationId);
  }

  /** Asks for consent to everything that the registration lists (Entra, v2 admin consent). */
  public String adminConsentTemplate() {
    return cloud.loginUrl()
        + "/"
        + TENANT
        + "/v2.0/adminconsent?client_id="
        + APPLICATION
        + "&scope="
        + encoded(cloud.graphUrl() + "/.default")
        + "&redirect_uri="
        + encoded(redirectUri.toString());
  }

  /**
   * @param state comes back with the answer, to tell which question it answers
   */
  public URI adminConsent(TenantId tenantId, ApplicationId applicationId, String state) {
    return filled(
        adminConsentTemplate().replace(TENANT, tenantId.toString()) + "&state=" + encoded(state),
        applicationId);
  }

  private static URI filled(String template, ApplicationId applicationId) {
    return URI.create(template.replace(APPLICATION, applicationId.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
