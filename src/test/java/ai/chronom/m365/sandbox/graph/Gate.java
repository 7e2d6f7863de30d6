package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a request through or refuses it the way its service refuses: role first, then license and
 * service.
 */
final class Gate {
  private static final String AUDIT = "AuditLog.Read.All";
  private static final String DIRECTORY = "Directory.Read.All";

  private final Registration registration;

  Gate(Registration registration) {
    this.registration = registration;
  }

  void check(Request request) {
    Service service = Service.of(request.endpoint().template());
    List<String> needed = request.endpoint().roles();
    if (needed.stream().noneMatch(role -> holds(request, role))) {
      throw refusal(service, needed, request);
    }
    checkSignInActivity(request);
    checkService(service, request);
  }

  private static boolean holds(Request request, String role) {
    List<String> roles = request.grant().roles();
    boolean stronger = role.equals(DIRECTORY) && roles.contains("Directory.ReadWrite.All");
    return stronger || roles.contains(role);
  }

  /** Two roles at once and Entra P1. */
  private void checkSignInActivity(Request request) {
    boolean users = request.endpoint().type().equals("user");
    boolean asked =
        request.query().selects("signInActivity")
            || request
                .query()
                .option("$filter")
                .filter(f -> f.contains("signInActivity"))
                .isPresent();
    if (!users || !asked) {
      return;
    }
    if (!holds(request, AUDIT) || !holds(request, DIRECTORY)) {
      throw missingGraphPermission(AUDIT);
    }
    demandPremium();
  }

  private void checkService(Service service, Request request) {
    switch (service) {
      case SIGN_IN_LOGS -> demandPremium();
      case INTUNE -> {
        if (!registration.is(Switch.INTUNE)) {
          throw GraphRefusal.badRequest("Request not applicable to target tenant.");
        }
      }
      case SHAREPOINT, TERM_STORE -> {
        if (!registration.is(Switch.SHAREPOINT)) {
          throw GraphRefusal.badRequest("Tenant does not have a SPO license.");
        }
        if (service == Service.TERM_STORE && !registration.is(Switch.TERM_STORE_APP_ONLY)) {
          throw refusal(service, request.endpoint().roles(), request);
        }
      }
      case AGREEMENTS -> {
        if (!registration.is(Switch.AGREEMENTS_APP_ONLY)) {
          throw refusal(service, request.endpoint().roles(), request);
        }
      }
      case EDISCOVERY -> {
        if (!registration.is(Switch.EDISCOVERY_ROLE_GROUP)) {
          throw new GraphRefusal(
              403,
              "Forbidden",
              "The service principal is not authorized: it is not assigned to a role group with eDiscovery permissions.");
        }
      }
      case PREMIUM_INSIGHT -> {
        if (!registration.is(Switch.ENTRA_P1)) {
          throw new GraphRefusal(
              403,
              "missingLicense",
              "This tenant doesn't have the license that is needed for this API.");
        }
      }
      case ROLE_REQUESTS -> {
        if (!registration.is(Switch.ENTRA_P1)) {
          throw new GraphRefusal(
              400,
              "AadPremiumLicenseRequired",
              "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance"
                  + " license.");
        }
      }
      default -> {}
    }
  }

  private void demandPremium() {
    if (!registration.is(Switch.ENTRA_P1)) {
      throw new GraphRefusal(
          403,
          "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
          "Neither tenant is B2C or tenant doesn't have premium license");
    }
  }

  private static GraphRefusal refusal(Service service, List<String> needed, Request request) {
    String roles = String.join(", ", needed);
    return switch (service) {
      case DIRECTORY ->
          new GraphRefusal(
              403,
              "Authorization_RequestDenied",
              "Insufficient privileges to complete the operation.");
      case LOGS, SIGN_IN_LOGS -> missingGraphPermission(roles);
      case INTUNE -> new GraphRefusal(403, "Forbidden", intuneMessage(roles, request));
      case REPORTS, PREMIUM_INSIGHT ->
          new GraphRefusal(
              403,
              "UnknownError",
              Json.text(
                  Map.of(
                      "error",
                      ordered("code", "S2SUnauthorized", "message", "Invalid permission."))));
      case SHAREPOINT, TERM_STORE, LABELS -> new GraphRefusal(403, "accessDenied", "Access denied");
      case MAILBOX ->
          new GraphRefusal(
              403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
      case ROLE_REQUESTS ->
          new GraphRefusal(
              403,
              "PermissionScopeNotGranted",
              "Authorization failed due to missing permission scope "
                  + String.join(",", needed)
                  + ".");
      case TEAMS_ADMIN, CALLS -> new GraphRefusal(403, "Forbidden", "Forbidden");
      case ACCESS_POLICIES ->
          new GraphRefusal(
              403,
              "AccessDenied",
              "You cannot perform the requested operation, required scopes are missing in the"
                  + " token.");
      case AGREEMENTS ->
          new GraphRefusal(
              403,
              "AccessDenied",
              "The principal is not authorized. Required scopes: '" + roles + "'.");
      case EDISCOVERY, SECURITY ->
          new GraphRefusal(
              403,
              "Forbidden",
              "Missing role permissions on the request. API requires one of '"
                  + roles
                  + "'. The auth token has roles '"
                  + String.join(", ", request.grant().roles())
                  + "'.");
    };
  }

  private static GraphRefusal missingGraphPermission(String roles) {
    return new GraphRefusal(
        403,
        "Authentication_MSGraphPermissionMissing",
        "The principal does not have required Microsoft Graph permission(s): "
            + roles
            + " to call this API. For more information about Microsoft Graph permissions, please visit"
            + " https://learn.microsoft.com/graph/permissions-overview.");
  }

  /** Intune puts a second JSON document into the message. */
  private static String intuneMessage(String roles, Request request) {
    String id = request.call().requestId().toString();
    String message =
        "Application is not authorized to perform this operation. Application must have one of the following scopes: "
            + roles
            + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: "
            + id
            + " - Url: https://fef.amsub0102.manage.microsoft.com"
            + request.call().path();
    Map<String, Object> body = ordered("_version", 3, "Message", message);
    body.put("CustomApiErrorPhrase", "");
    body.put("RetryAfter", null);
    body.put("ErrorSourceService", "");
    body.put("HttpHeaders", "{}");
    return Json.text(body);
  }

  private static Map<String, Object> ordered(
      String name, Object value, String other, Object otherValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    map.put(other, otherValue);
    return map;
  }
}
