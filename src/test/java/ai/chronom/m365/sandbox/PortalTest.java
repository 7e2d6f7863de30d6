package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTest {
  private Sandbox sandbox;
  private SandboxClient client;

  @BeforeEach
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withStage(Registration.Stage.REGISTERED));
    client = new SandboxClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void showsTheRegistrationButNeverASecret() {
    String page = client.fetch(sandbox.portalUrl() + "/").body();

    assertThat(page)
        .contains(sandbox.tenantId(), sandbox.applicationId(), "Grant admin consent for Contoso");
    assertThat(page)
        .contains(sandbox.clientSecret().substring(0, 3) + "***")
        .doesNotContain(sandbox.clientSecret());
    assertThat(page).doesNotContain("@permissions@", "@switches@");
  }

  @Test
  void consentGoesToWhatIsTicked() {
    Map<String, String> ticked = new HashMap<>();
    ticked.put("p-" + Permissions.role("Directory.Read.All").id(), "on");
    ticked.put("p-" + Permissions.scope("User.Read").id(), "on");

    assertThat(post("/permissions/configured", ticked).statusCode()).isEqualTo(303);
    assertThat(sandbox.registration().granted()).isEmpty();
    post("/permissions/grant-admin-consent", Map.of());

    assertThat(sandbox.registration().grantedRoles()).containsExactly("Directory.Read.All");
    assertThat(sandbox.registration().grantedScopes()).containsExactly("User.Read");
  }

  @Test
  void removingFromTheRegistrationKeepsTheConsent() {
    String id = Permissions.role("Directory.Read.All").id();
    post("/permissions/configure", Map.of("id", id));
    post("/permissions/grant-admin-consent", Map.of());
    post("/permissions/remove", Map.of("id", id));

    assertThat(sandbox.registration().configured()).isEmpty();
    assertThat(sandbox.registration().grantedRoles()).containsExactly("Directory.Read.All");
  }

  @Test
  void newSecretIsShownOnce() {
    HttpResponse<String> made = post("/secrets/new", Map.of("description", "second", "days", "90"));
    String value = sandbox.registration().secrets().get(1).value();

    assertThat(made.body()).contains(value);
    assertThat(client.fetch(sandbox.portalUrl() + "/").body()).doesNotContain(value);
    assertThat(value).matches("[A-Za-z0-9]{3}\\dQ~[A-Za-z0-9_~.-]{34}");
  }

  @Test
  void apiDoesTheSameAsTheButtons() {
    post("/api/switches", Map.of("name", "CONDITIONAL_ACCESS_BLOCK", "on", "true"));

    assertThat(sandbox.registration().is(Switch.CONDITIONAL_ACCESS_BLOCK)).isTrue();
    assertThat(
            Json.read(client.fetch(sandbox.portalUrl() + "/api/state").body())
                .path("switches")
                .path("CONDITIONAL_ACCESS_BLOCK")
                .asBoolean())
        .isTrue();
  }

  @Test
  void refusesAnUnknownAction() {
    assertThat(post("/api/format-disk", Map.of()).statusCode()).isEqualTo(400);
    assertThat(post("/api/permissions/grant", Map.of("value", "No.Such.Role")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void refusesAForeignPage() {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(sandbox.portalUrl() + "/permissions/grant-admin-consent"))
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void adminConsentLinkGrantsAndLeadsBack() {
    post("/permissions/configure", Map.of("value", "Directory.Read.All"));
    String link =
        sandbox.loginUrl()
            + "/"
            + sandbox.tenantId()
            + "/adminconsent?client_id="
            + sandbox.applicationId()
            + "&redirect_uri=https://app.chronom.ai&state=42";

    assertThat(client.fetch(link).body()).contains("Permissions requested", "Directory.Read.All");
    HttpResponse<String> back = client.post(link, Map.of("accept", "1"));

    assertThat(back.headers().firstValue("location"))
        .contains(
            "https://app.chronom.ai?admin_consent=True&tenant=" + sandbox.tenantId() + "&state=42");
    assertThat(sandbox.registration().grantedRoles()).containsExactly("Directory.Read.All");
  }

  @Test
  void secondVersionInsistsOnScopeAndRegisteredRedirect() {
    String link = consentV2("https://app.chronom.ai", sandbox.graphUrl() + "/.default");
    assertThat(client.fetch(link).statusCode()).isEqualTo(200);
    assertThat(client.fetch(consentV2("https://evil.example", "x")).body()).contains("AADSTS50011");
    assertThat(client.fetch(consentV2("https://app.chronom.ai", "User.Read")).body())
        .contains("AADSTS70011");
    post("/redirects/add", Map.of("uri", "http://localhost:8080/consent"));
    assertThat(
            client
                .fetch(consentV2("http://localhost:8080/consent", sandbox.graphUrl() + "/.default"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusalCarriesItsCodeAndAdminConsentAllTheSame() {
    String link = consentV2("https://app.chronom.ai", sandbox.graphUrl() + "/.default");
    assertThat(client.post(link, Map.of("cancel", "1")).headers().firstValue("location"))
        .hasValueSatisfying(
            back ->
                assertThat(back)
                    .contains(
                        "error=access_denied", "AADSTS65004", "admin_consent=True", "state=42"));
    assertThat(sandbox.registration().grantedRoles()).isEmpty();
  }

  private String consentV2(String redirect, String scope) {
    return sandbox.loginUrl()
        + "/"
        + sandbox.tenantId()
        + "/v2.0/adminconsent?client_id="
        + sandbox.applicationId()
        + "&redirect_uri="
        + redirect
        + "&scope="
        + scope
        + "&state=42";
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    return client.post(sandbox.portalUrl() + path, form);
  }
}
