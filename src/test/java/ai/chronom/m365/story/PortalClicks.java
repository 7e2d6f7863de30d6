package ai.chronom.m365.story;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** What a customer's admin clicks in the sandbox's portal page. */
final class PortalClicks {
  private final RunningServer server;
  private final URI portal;

  PortalClicks(RunningServer server, SandboxTenant sandbox) {
    this.server = server;
    this.portal = sandbox.portal();
  }

  void revoke(String graphRole) {
    click("permissions/revoke", "value=" + graphRole);
  }

  void grant(String graphRole) {
    click("permissions/grant", "value=" + graphRole);
  }

  void grantAdminConsent() {
    click("permissions/grant-admin-consent", "");
  }

  void turn(String name, boolean on) {
    click("switches", "name=" + name + "&on=" + on);
  }

  /** The value of a secret just made. */
  String newSecret() {
    String json = click("secrets/new", "description=" + form("Next one") + "&days=730");
    return json.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  private String click(String action, String form) {
    HttpRequest request =
        HttpRequest.newBuilder(portal.resolve("/api/" + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    var answer = server.send(request);
    if (answer.statusCode() != 200) {
      throw new AssertionError(action + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
