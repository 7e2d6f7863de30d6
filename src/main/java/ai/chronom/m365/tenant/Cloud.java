package ai.chronom.m365.tenant;

import java.net.URI;
import java.util.List;

/**
 * One of Microsoft's clouds: where its tenants sign in and answer. Tokens do not cross clouds
 * (Microsoft Graph, national cloud deployments).
 *
 * @param id lower-kebab, as in {@code chronom.clouds.<id>}
 * @param loginUrl scheme, host and port of Entra, without a path
 * @param graphUrl scheme, host and port of Microsoft Graph, without a path
 * @param portalUrl the Azure portal, without a path
 * @param reportHosts who may serve usage-report downloads: {@code host}, {@code host:port} or
 *     {@code *.domain}; without a port it means 443 only
 */
public record Cloud(
    String id,
    String displayName,
    URI loginUrl,
    URI graphUrl,
    URI portalUrl,
    List<String> reportHosts) {
  public Cloud {
    reportHosts = List.copyOf(reportHosts);
  }
}
