package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.ApplicationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's directory holds about our app. Each part is empty when it could not be read;
 * reading it needs Directory.Read.All.
 *
 * @param application the registration, visible only in the tenant where it was made
 * @param isElsewhere the directory answered, but the registration is not in it
 * @param enterpriseApplication the app's service principal in this tenant
 * @param assignments application permissions that are consented, of all services
 * @param grants delegated permissions that are consented, of all services
 * @param graphServiceId Microsoft Graph's service principal in this tenant
 */
public record AppRegistration(
    Optional<Application> application,
    boolean isElsewhere,
    Optional<EnterpriseApplication> enterpriseApplication,
    Optional<List<Assignment>> assignments,
    Optional<List<Grant>> grants,
    Optional<UUID> graphServiceId) {

  /** Nothing could be read. */
  public static final AppRegistration UNSEEN =
      new AppRegistration(
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * The app registration.
   *
   * @param audience Microsoft's word for who may sign in; {@code AzureADMyOrg} is a single tenant
   * @param webRedirects redirect URIs of the platform Web
   * @param spaRedirects of the platform single-page application
   * @param publicRedirects of the platform mobile and desktop applications
   */
  public record Application(
      String displayName,
      String audience,
      List<String> webRedirects,
      List<String> spaRedirects,
      List<String> publicRedirects,
      List<Requested> requested,
      List<Secret> secrets) {}

  /**
   * A configured permission.
   *
   * @param serviceAppId the service that owns it
   * @param isRole an application role; otherwise a delegated scope
   */
  public record Requested(UUID serviceAppId, UUID id, boolean isRole) {}

  /**
   * A client secret or a certificate as the directory lists it; times null when absent.
   *
   * @param hint a secret's first three characters, or a certificate's thumbprint
   */
  public record Secret(String hint, @Nullable Instant start, @Nullable Instant end) {
    private static final int THUMBPRINT_CHARS = 40;

    public boolean isCertificate() {
      return isThumbprint(hint);
    }

    public static boolean isThumbprint(String hint) {
      return hint.length() == THUMBPRINT_CHARS;
    }
  }

  /** The app's service principal; the tenant that owns the app is null when absent. */
  public record EnterpriseApplication(UUID id, boolean isEnabled, @Nullable UUID ownerTenant) {}

  /** A consented application role. */
  public record Assignment(UUID serviceId, String serviceName, UUID roleId) {}

  /** Consented delegated scopes; for everybody, or for one user only. */
  public record Grant(UUID serviceId, boolean isForEverybody, Set<String> scopes) {}

  /** Everything could be read, so that what is not here is not there. */
  public boolean isWhole() {
    return (application.isPresent() || isElsewhere)
        && assignments.isPresent()
        && grants.isPresent();
  }

  /** What to read: the answers, in this order, make {@link #read}. */
  public static List<String> paths(ApplicationId applicationId, UUID graphAppId) {
    String app = "(appId='" + applicationId + "')";
    return List.of(
        "/v1.0/applications"
            + app
            + "?$select=id,appId,displayName,signInAudience,web,spa,publicClient,"
            + "requiredResourceAccess,passwordCredentials,keyCredentials",
        "/v1.0/servicePrincipals" + app + "?$select=id,appId,accountEnabled,appOwnerOrganizationId",
        "/v1.0/servicePrincipals" + app + "/appRoleAssignments",
        "/v1.0/servicePrincipals" + app + "/oauth2PermissionGrants",
        "/v1.0/servicePrincipals(appId='" + graphAppId + "')?$select=id,appId");
  }

  /**
   * From the answers to {@link #paths}, in their order.
   *
   * @param next fetches a next link, for the rare lists that have more than one page
   */
  public static AppRegistration read(
      List<GraphAnswer> answers, Function<String, GraphAnswer> next) {
    return new AppRegistrationReader(next).read(answers);
  }
}
