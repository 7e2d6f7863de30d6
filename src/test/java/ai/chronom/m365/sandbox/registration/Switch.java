package ai.chronom.m365.sandbox.registration;

/** What is so or not so about the tenant, beside consent and secrets. */
public enum Switch {
  APPLICATION_PRESENT(true, "Application", "App registration exists (off: AADSTS700016)"),
  APPLICATION_ENABLED(true, "Application", "App registration is active (off: AADSTS70001)"),
  ENTERPRISE_APPLICATION_PRESENT(
      true, "Application", "Enterprise application exists in this tenant (off: AADSTS7000229)"),
  SIGN_IN_ENABLED(
      true,
      "Application",
      "Enterprise application: enabled for users to sign in (off: AADSTS7000112)"),
  REGISTERED_ELSEWHERE(false, "Application", "App is registered in another tenant (multitenant)"),
  FOREIGN_SERVICE(
      false, "Application", "Registration also asks for a permission of SharePoint itself"),
  SINGLE_USERS_CONSENT(false, "Application", "Delegated consent was given by single users only"),
  TOKENS_LAG(false, "Application", "Tokens do not show consents given from now on"),
  CONDITIONAL_ACCESS_BLOCK(
      false, "Conditional Access", "Conditional Access policy blocks this app (AADSTS53003)"),
  LICENSES(true, "Licenses and services", "Tenant holds licenses at all"),
  ENTRA_P1(true, "Licenses and services", "Tenant has Microsoft Entra ID P1"),
  INTUNE(true, "Licenses and services", "Tenant is onboarded to Microsoft Intune"),
  SHAREPOINT(true, "Licenses and services", "Tenant has a SharePoint Online license"),
  EDISCOVERY_ROLE_GROUP(
      true, "Licenses and services", "App is a member of role group eDiscoveryManager"),
  AGREEMENTS_APP_ONLY(true, "Licenses and services", "Terms of use answer app-only calls"),
  TERM_STORE_APP_ONLY(true, "Licenses and services", "Term store answers app-only calls"),
  CONCEALED_NAMES(false, "Licenses and services", "Reports conceal user, group and site names"),
  ENTRA_DOWN(false, "Outages", "Entra ID is down (AADSTS90033)"),
  ENTRA_SLOW(false, "Outages", "Entra ID takes ten seconds to answer"),
  ENTRA_THROTTLED(false, "Outages", "Entra ID throttles the token endpoint (AADSTS50196)"),
  GRAPH_DOWN(false, "Outages", "Microsoft Graph is down (503)"),
  SERVICE_LIMITS(false, "Outages", "Microsoft's own limits apply per service (429)"),
  GRAPH_THROTTLED(false, "Outages", "Microsoft Graph throttles every second request (429)");

  private final boolean initially;
  private final String group;
  private final String label;

  Switch(boolean initially, String group, String label) {
    this.initially = initially;
    this.group = group;
    this.label = label;
  }

  public boolean initially() {
    return initially;
  }

  public String group() {
    return group;
  }

  public String label() {
    return label;
  }
}
