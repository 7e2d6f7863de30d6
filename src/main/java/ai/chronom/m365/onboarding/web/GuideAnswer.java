package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.onboarding.AppRegistration;
import ai.chronom.m365.onboarding.Guide;
import ai.chronom.m365.onboarding.GuideStep;
import ai.chronom.m365.onboarding.PortalLinks;
import ai.chronom.m365.onboarding.ScriptKind;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import java.util.Arrays;
import java.util.List;

/** What {@code GET /guide} tells. Links are templates with {tenantId} and {applicationId}. */
public record GuideAnswer(
    Registration appRegistration,
    List<GuideStep> steps,
    List<Permission> permissions,
    List<String> warnings,
    List<CloudLinks> clouds,
    List<String> scripts) {
  static GuideAnswer of(Guide guide, Clouds clouds) {
    return new GuideAnswer(
        Registration.of(guide.registration()),
        guide.steps(),
        guide.permissions().stream().map(Permission::of).toList(),
        guide.warnings(),
        clouds.all().stream().map(cloud -> CloudLinks.of(cloud, guide.links(cloud))).toList(),
        Arrays.stream(ScriptKind.values()).map(ScriptKind::word).toList());
  }

  /** The values to enter. */
  public record Registration(
      String name,
      String supportedAccountTypes,
      String redirectUriPlatform,
      String redirectUri,
      String secretDescription,
      int secretDays) {
    static Registration of(AppRegistration registration) {
      return new Registration(
          registration.name(),
          "AzureADMyOrg",
          "web",
          registration.redirectUri().toString(),
          AppRegistration.SECRET_DESCRIPTION,
          AppRegistration.SECRET_DAYS);
    }
  }

  /** One of the fourteen. */
  public record Permission(
      String name,
      String graphRole,
      String roleId,
      String type,
      String category,
      String purpose,
      boolean adminConsentRequired) {
    static Permission of(GraphPermission permission) {
      return new Permission(
          permission.name(),
          permission.graphRole(),
          permission.roleId().toString(),
          permission.type().word(),
          permission.category(),
          permission.purpose(),
          permission.adminConsentRequired());
    }
  }

  /** Where to click in one cloud. */
  public record CloudLinks(
      String id,
      String displayName,
      String newRegistration,
      String registrations,
      String overview,
      String apiPermissions,
      String secrets,
      String enterpriseApplication,
      String adminConsent) {
    static CloudLinks of(Cloud cloud, PortalLinks links) {
      return new CloudLinks(
          cloud.id(),
          cloud.displayName(),
          links.newRegistration().toString(),
          links.registrations().toString(),
          links.overviewTemplate(),
          links.apiPermissionsTemplate(),
          links.secretsTemplate(),
          links.enterpriseApplicationTemplate(),
          links.adminConsentTemplate());
    }
  }
}
