package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Quotes;
import ai.chronom.m365.tenant.TenantId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTest {
  private static final Cloud GLOBAL = cloud("global");
  private static final TenantId TENANT =
      new TenantId(UUID.fromString("6babcaad-604b-40ac-a9d7-9fd97c0b779f"));
  private static final ApplicationId APPLICATION =
      new ApplicationId(UUID.fromString("11111111-2222-3333-4444-555555555555"));

  private final Guide guide =
      new Guide(AppRegistration.of("Chronom Read-Only", "https://app.chronom.ai"));

  @Nested
  class Links {
    @Test
    void leadToThePermissionsOfTheApplication() {
      assertThat(guide.links(GLOBAL).apiPermissions(APPLICATION))
          .isEqualTo(
              URI.create(
                  "https://portal.example/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade"
                      + "/~/CallAnAPI/appId/11111111-2222-3333-4444-555555555555"));
    }

    @Test
    void askForConsentWithEveryValueEncoded() {
      assertThat(guide.links(GLOBAL).adminConsent(TENANT, APPLICATION, "a b&c"))
          .isEqualTo(
              URI.create(
                  "https://login.example/6babcaad-604b-40ac-a9d7-9fd97c0b779f/v2.0/adminconsent"
                      + "?client_id=11111111-2222-3333-4444-555555555555"
                      + "&scope=https%3A%2F%2Fgraph.example%2F.default"
                      + "&redirect_uri=https%3A%2F%2Fapp.chronom.ai&state=a%20b%26c"));
    }
  }

  @Nested
  class Scripts {
    @ParameterizedTest
    @EnumSource
    void nameEveryPermissionAndLeaveNothingUnfilled(ScriptKind kind) {
      String script = guide.script(kind, GLOBAL);
      assertThat(script)
          .contains(
              PermissionCatalog.all().stream()
                  .map(GraphPermission::roleId)
                  .map(UUID::toString)
                  .toArray(String[]::new))
          .contains("Chronom Read-Only", "https://app.chronom.ai")
          .doesNotContain("{{", "}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"global", "us-gov", "us-dod", "china", "sandbox"})
    void areValidBashInEveryCloud(String cloudId) throws Exception {
      Guide odd = new Guide(AppRegistration.of("It's \"$(whoami)\" `x`", "https://x.example/a"));
      assertBash(odd.script(ScriptKind.AZURE_CLI_BASH, cloud(cloudId)));
    }

    @Test
    void tellEachToolTheCloudInItsOwnWords() {
      Cloud dod = cloud("us-dod");
      assertThat(guide.script(ScriptKind.AZURE_CLI_BASH, dod))
          .contains("cloud='AzureUSGovernment'", "graph_url='https://graph.example'");
      assertThat(guide.script(ScriptKind.GRAPH_POWERSHELL, dod)).contains("'USGovDoD'");
      assertThat(guide.script(ScriptKind.TERRAFORM, dod)).contains("\"usgovernmentl5\"");
      assertThat(guide.script(ScriptKind.GRAPH_POWERSHELL, cloud("china"))).contains("'China'");
    }

    @Test
    void letTheSecretLast730Days() {
      assertThat(guide.script(ScriptKind.AZURE_CLI_BASH, GLOBAL)).contains("'+730 days'");
      assertThat(guide.script(ScriptKind.GRAPH_POWERSHELL, GLOBAL)).contains("AddDays(730)");
      assertThat(guide.script(ScriptKind.TERRAFORM, GLOBAL)).contains("\"17520h\"");
    }

    @Test
    void giveTheManifestAsJsonThatGraphTakes() {
      JsonObject manifest =
          Json.createReader(new StringReader(guide.script(ScriptKind.MANIFEST, GLOBAL)))
              .readObject();
      JsonObject graph = manifest.getJsonArray("requiredResourceAccess").getJsonObject(0);
      assertThat(graph.getJsonArray("resourceAccess")).hasSize(PermissionCatalog.all().size());
      assertThat(graph.getJsonArray("resourceAccess").getJsonObject(0).getString("type"))
          .isEqualTo("Scope");
      assertThat(manifest.getString("signInAudience")).isEqualTo("AzureADMyOrg");
    }

    @Test
    void quoteNamesAsEachLanguageWants() {
      assertThat(Quotes.bash("it's")).isEqualTo("'it'\\''s'");
      assertThat(Quotes.powershell("it's ’so’")).isEqualTo("'it''s ’’so’’'");
      assertThat(Quotes.terraform("a\"${b}%{c}")).isEqualTo("\"a\\\"$${b}%%{c}\"");
    }

    private void assertBash(String script) throws IOException, InterruptedException {
      Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
      bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
      bash.getOutputStream().close();
      String complaint = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bash.waitFor()).as(complaint).isZero();
    }
  }

  @Test
  void leadsThroughFourSteps() {
    assertThat(guide.steps()).extracting(GuideStep::number).containsExactly(1, 2, 3, 4);
    assertThat(guide.permissions()).hasSize(14);
    assertThat(guide.warnings()).anyMatch(warning -> warning.contains("missed most often"));
  }

  private static Cloud cloud(String id) {
    return new Cloud(
        id,
        id,
        URI.create("https://login.example"),
        URI.create("https://graph.example"),
        URI.create("https://portal.example"),
        List.of());
  }
}
