package ai.chronom.m365.tenant;

/**
 * Where in the Azure portal the admin finds our app: deep links into the blades of one app
 * registration, for the portal of the tenant's cloud. Blade names as the portal uses them in 2026.
 */
public record PortalLinks(Cloud cloud, ApplicationId applicationId) {
  private static final String REGISTRATION =
      "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/";
  private static final String ENTERPRISE =
      "/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";
  private static final String POLICIES =
      "/#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies";

  /** The list of all app registrations, where a new one is made. */
  public static String registrations(Cloud cloud) {
    return base(cloud) + "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
  }

  public String to(Blade blade) {
    return switch (blade) {
      case OVERVIEW -> overview();
      case API_PERMISSIONS -> apiPermissions();
      case SECRETS -> secrets();
      case AUTHENTICATION -> authentication();
      case ENTERPRISE_APPLICATIONS -> enterpriseApplications();
      case CONDITIONAL_ACCESS -> conditionalAccess();
    };
  }

  public String overview() {
    return blade("Overview");
  }

  /** API permissions, with the button that grants admin consent. */
  public String apiPermissions() {
    return blade("CallAnAPI");
  }

  /** Certificates and secrets. */
  public String secrets() {
    return blade("Credentials");
  }

  /** Redirect URIs and supported account types. */
  public String authentication() {
    return blade("Authentication");
  }

  /** Name and home page. */
  public String branding() {
    return blade("Branding");
  }

  /**
   * All enterprise applications of the tenant: the portal links to one only by an id we may not
   * know.
   */
  public String enterpriseApplications() {
    return base(cloud) + ENTERPRISE;
  }

  public String conditionalAccess() {
    return base(cloud) + POLICIES;
  }

  private String blade(String name) {
    return base(cloud) + REGISTRATION + name + "/appId/" + applicationId;
  }

  private static String base(Cloud cloud) {
    String portal = cloud.portalUrl().toString();
    return portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
  }
}
