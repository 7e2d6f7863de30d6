package ai.chronom.m365.tenant;

/**
 * How the admin tools of others call Microsoft's clouds (Azure CLI, Microsoft Graph PowerShell and
 * Terraform's azuread provider, 2026). A cloud of the configuration is unknown to them: its
 * endpoints are named instead.
 */
public final class CloudTools {
  private CloudTools() {}

  /**
   * The name by which the Azure CLI must know the cloud; requests name Graph's address themselves,
   * so that both clouds of the US government share one. A cloud of the configuration has to be
   * registered there under its own id.
   */
  public static String azureCli(Cloud cloud) {
    return switch (cloud.id()) {
      case "global" -> "AzureCloud";
      case "us-gov", "us-dod" -> "AzureUSGovernment";
      case "china" -> "AzureChinaCloud";
      default -> cloud.id();
    };
  }

  public static String graphPowershell(Cloud cloud) {
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

  public static String terraform(Cloud cloud) {
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
