package ai.chronom.m365.onboarding;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.tenant.Cloud;
import java.util.List;

/**
 * The onboarding guide: what to enter where, why, and what goes wrong most often. Pages, REST and
 * scripts draw from it.
 */
public record Guide(AppRegistration registration) {
  public List<GuideStep> steps() {
    return List.of(
        new GuideStep(
            1,
            "Register the application",
            List.of(
                "Sign in to the Azure portal of your cloud as an administrator of the tenant that"
                    + " holds the licenses.",
                "Open Microsoft Entra ID, App registrations, New registration.",
                "Name: " + registration.name() + ".",
                "Supported account types: accounts in this organizational directory only.",
                "Redirect URI: platform Web, " + registration.redirectUri() + ".",
                "Choose Register; the overview shows the Application (client) ID and the Directory"
                    + " (tenant) ID.")),
        new GuideStep(
            2,
            "Add the permissions",
            List.of(
                "Open API permissions, Add a permission, Microsoft Graph.",
                "User.Read is a delegated permission and mostly there already.",
                "Choose Application permissions and tick the other "
                    + PermissionCatalog.application().size()
                    + "; for InformationProtectionPolicy.Read, Microsoft's name there is"
                    + " InformationProtectionPolicy.Read.All.",
                "Choose Add permissions.")),
        new GuideStep(
            3,
            "Grant admin consent",
            List.of(
                "On API permissions, choose Grant admin consent for your organization, then Yes.",
                "A Privileged Role Administrator or Global Administrator must do this.",
                "Each permission now shows a green check in the column Status.")),
        new GuideStep(
            4,
            "Create the secret and connect the tenant",
            List.of(
                "Open Certificates & secrets, Client secrets, New client secret.",
                "Description: "
                    + AppRegistration.SECRET_DESCRIPTION
                    + "; expires: "
                    + AppRegistration.SECRET_DAYS
                    + " days (24 months).",
                "Copy the column Value at once; the Secret ID beside it is of no use.",
                "Enter tenant name, tenant ID, application ID and the secret here, and save.")));
  }

  public List<String> warnings() {
    return List.of(
        "Register the application once per tenant.",
        "Register it in the same tenant that holds the licenses; tokens of another tenant see"
            + " nothing of it.",
        "Admin consent is the step that is missed most often: without it the permissions are only"
            + " asked for, not granted.",
        "If Conditional Access has policies for workload identities, let this application pass.",
        "The secret's value is shown only once. Enter it here directly; never send it by e-mail or"
            + " chat.");
  }

  /** All fourteen, in the order in which the admin ticks them. */
  public List<GraphPermission> permissions() {
    return PermissionCatalog.all();
  }

  public PortalLinks links(Cloud cloud) {
    return new PortalLinks(cloud, registration.redirectUri());
  }

  /** Does the first three steps and creates the secret, in the given language. */
  public String script(ScriptKind kind, Cloud cloud) {
    return SetupScript.of(kind).write(registration, cloud);
  }
}
