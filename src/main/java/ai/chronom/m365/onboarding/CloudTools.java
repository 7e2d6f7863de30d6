package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.Cloud;

/**
 * How the admin tools of others call Microsoft's clouds (Azure CLI, Microsoft Graph PowerShell and
 * Terraform's azuread provider, 2026). A cloud of the configuration is unknown to them: its
 * endpoints are named instead.
 */
final class CloudTools {
  private CloudTools() {}

  static String azureCli(Cloud cloud) {
    return switch (cloud.id()) {
      case "global" -> "az cloud set --name AzureCloud";
      case "us-gov" -> "az cloud set --name AzureUSGovernment";
      case "us-dod" ->
          "az cloud set --name AzureUSGovernment\n"
              + "az cloud update --endpoint-microsoft-graph-resource-id "
              + cloud.graphUrl()
              + "/";
      case "china" -> "az cloud set --name AzureChinaCloud";
      default ->
          "# This cloud is unknown to the Azure CLI: register it once with az cloud register,\n"
              + "# --endpoint-active-directory "
              + cloud.loginUrl()
              + " --endpoint-microsoft-graph-resource-id "
              + cloud.graphUrl()
              + "/\naz cloud set --name "
              + cloud.id();
    };
  }

  static String graphPowershell(Cloud cloud) {
    return switch (cloud.id()) {
      case "global" -> "$environment = 'Global'";
      case "us-gov" -> "$environment = 'USGov'";
      case "us-dod" -> "$environment = 'USGovDoD'";
      case "china" -> "$environment = 'China'";
      default ->
          "$environment = '"
              + cloud.id()
              + "'\nAdd-MgEnvironment -Name $environment -GraphEndpoint '"
              + cloud.graphUrl()
              + "' -AzureADEndpoint '"
              + cloud.loginUrl()
              + "' | Out-Null";
    };
  }

  static String terraform(Cloud cloud) {
    return switch (cloud.id()) {
      case "global" -> "  environment = \"global\"";
      case "us-gov" -> "  environment = \"usgovernmentl4\"";
      case "us-dod" -> "  environment = \"usgovernmentl5\"";
      case "china" -> "  environment = \"china\"";
      default ->
          "  # The provider learns the endpoints of this cloud ("
              + cloud.graphUrl()
              + ") from its metadata.\n  metadata_host = \""
              + cloud.loginUrl().getAuthority()
              + "\"";
    };
  }
}
