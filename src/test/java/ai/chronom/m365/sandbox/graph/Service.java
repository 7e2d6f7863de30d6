package ai.chronom.m365.sandbox.graph;

/** The services behind Graph, each with its own way to say no. */
enum Service {
  DIRECTORY,
  LOGS,
  SIGN_IN_LOGS,
  REPORTS,
  PREMIUM_INSIGHT,
  INTUNE,
  SHAREPOINT,
  TERM_STORE,
  AGREEMENTS,
  EDISCOVERY,
  LABELS,
  SECURITY,
  MAILBOX,
  ROLE_REQUESTS,
  TEAMS_ADMIN,
  CALLS,
  ACCESS_POLICIES;

  static Service of(String template) {
    if (template.startsWith("/auditLogs/signIns")
        || template.contains("/userRegistrationDetails")) {
      return SIGN_IN_LOGS;
    }
    if (template.startsWith("/auditLogs/")) {
      return LOGS;
    }
    if (template.contains("/mailboxSettings") || template.startsWith("/places/")) {
      return MAILBOX;
    }
    if (template.contains("/roleEligibility")) {
      return ROLE_REQUESTS;
    }
    if (template.startsWith("/admin/teams/")) {
      return TEAMS_ADMIN;
    }
    if (template.startsWith("/communications/callRecords/")) {
      return CALLS;
    }
    if (template.startsWith("/identity/conditionalAccess/")) {
      return ACCESS_POLICIES;
    }
    if (template.contains("azureADPremiumLicenseInsight")) {
      return PREMIUM_INSIGHT;
    }
    if (template.startsWith("/reports/")
        || template.startsWith("/copilot/")
        || template.startsWith("/admin/reportSettings")) {
      return REPORTS;
    }
    if (template.startsWith("/device") && !template.startsWith("/devices")
        || template.endsWith("/managedDevices")) {
      return INTUNE;
    }
    if (template.contains("termStore")) {
      return TERM_STORE;
    }
    if (template.startsWith("/sites")
        || template.startsWith("/drives")
        || template.endsWith("/drive")
        || template.contains("/insights/")) {
      return SHAREPOINT;
    }
    if (template.startsWith("/identityGovernance/")) {
      return AGREEMENTS;
    }
    if (template.contains("/ediscoveryCases")) {
      return EDISCOVERY;
    }
    if (template.toLowerCase(java.util.Locale.ROOT).contains("informationprotection")
        || template.contains("dataSecurityAndGovernance")) {
      return LABELS;
    }
    return template.startsWith("/security/") || template.startsWith("/admin/")
        ? SECURITY
        : DIRECTORY;
  }
}
