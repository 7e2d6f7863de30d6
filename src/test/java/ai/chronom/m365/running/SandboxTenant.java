package ai.chronom.m365.running;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a newcomer pastes, and the page that plays Azure's portal. */
public record SandboxTenant(
    String tenantId, String applicationId, String clientSecret, URI portal) {

  static SandboxTenant in(String startBlock) {
    return new SandboxTenant(
        value(startBlock, "Tenant ID"),
        value(startBlock, "Application ID"),
        value(startBlock, "Client secret"),
        URI.create(value(startBlock, "Its portal page")));
  }

  private static String value(String startBlock, String label) {
    Matcher line =
        Pattern.compile("^ +" + label + " {2,}(\\S+)$", Pattern.MULTILINE).matcher(startBlock);
    if (!line.find()) {
      throw new IllegalStateException(
          "no line \"" + label + "\" in the start-up block:\n" + startBlock);
    }
    return line.group(1);
  }
}
