package ai.chronom.m365.findings.remedy;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingSeat;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.Cloud;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps by the way a seat came, and scripts that no name can turn into something else. */
class RemedyScriptTest {
  private static final String USER = "bbbbbbbb-0000-4000-8000-000000000007";
  private static final String HOSTILE =
      "’; rm -rf / #'$(touch pwned)`touch pwned`\u2028{{changes}}\n@x.com";
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
  private static final URI GRAPH = URI.create("https://graph.microsoft.com");
  private static final Cloud GLOBAL =
      new Cloud("global", "Global", GRAPH, GRAPH, GRAPH, List.of("graph.microsoft.com"));

  @TempDir Path directory;

  private static Finding finding(String user, SkuId sku, List<SkuId> replacements) {
    Money worth = Money.of("21.00", "USD");
    return new Finding(
        "id",
        new RuleId("R10"),
        "E5 where E3 may do",
        HOSTILE,
        Confidence.LOW,
        FindingState.OPEN,
        List.of(new FindingSeat(user, HOSTILE, sku, worth, worth, replacements, null)),
        null,
        1,
        worth,
        worth,
        "Do it.",
        List.of("Check\nthis: $(touch pwned)"),
        Map.of(),
        null,
        NOW,
        NOW,
        null,
        null);
  }

  private static RemedyPlan plan(SampleTenant tenant, Finding finding) {
    return RemedyPlans.of(finding, tenant.snapshot(), ProductNames.NONE);
  }

  private static RemedyPlan hostile(boolean direct) {
    RemedyStep step =
        new RemedyStep(
            USER,
            HOSTILE,
            true,
            new RemedyStep.Product(E5, HOSTILE),
            direct,
            List.of(
                new RemedyStep.AssigningGroup(SampleUser.GROUP, HOSTILE, false),
                new RemedyStep.AssigningGroup(SampleUser.GROUP, HOSTILE, true)),
            List.of(new RemedyStep.Product(E3, HOSTILE)));
    return new RemedyPlan("id", NOW, List.of(step), 0, true, List.of(), List.of());
  }

  private static String script(RemedyScriptKind kind, RemedyPlan plan) {
    return new RemedyScript(kind, GLOBAL, SampleTenant.ID)
        .write(finding(USER, E5, List.of(E3)), plan);
  }

  @Test
  void saysByWhichWaysASeatCame() {
    SampleTenant tenant = SampleTenant.of(SampleUser.named("ann").with(E5).byGroup(E5));
    RemedyStep step = plan(tenant, finding("id-ann", E5, List.of())).steps().get(0);
    assertThat(step.twoPaths()).isTrue();
    assertThat(step.groups())
        .extracting(RemedyStep.AssigningGroup::name)
        .containsExactly("All staff");
    assertThat(step.product().name()).isEqualTo("Microsoft 365 E5");
  }

  @Test
  void leavesOutASeatThatIsGone() {
    SampleTenant tenant = SampleTenant.of(SampleUser.named("ann").with(E3));
    RemedyPlan plan = plan(tenant, finding("id-ann", E5, List.of()));
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.scripted()).isFalse();
  }

  @Test
  void aSmallerSuiteLosesServicesThatItLacks() {
    SampleTenant tenant = SampleTenant.of(SampleUser.named("ann").with(E5)).units(E3, 5);
    RemedyPlan plan = plan(tenant, finding("id-ann", E5, List.of(E3)));
    assertThat(plan.lost()).extracting(LostService::name).contains("MCOEV");
    assertThat(plan.lost()).allSatisfy(lost -> assertThat(lost.users()).isEqualTo(1));
    assertThat(plan.unknown()).isEmpty();
  }

  @Test
  void theServicesOfAProductThatNobodyBoughtAreUnknown() {
    SampleTenant tenant = SampleTenant.of(SampleUser.named("ann").with(E5));
    RemedyPlan plan = plan(tenant, finding("id-ann", E5, List.of(E3)));
    assertThat(plan.lost()).isEmpty();
    assertThat(plan.unknown()).containsExactly("Microsoft 365 E3");
  }

  @Test
  void powershellChangesNothingByItself() {
    String text = script(RemedyScriptKind.GRAPH_POWERSHELL, hostile(true));
    assertThat(text)
        .contains("if (-not $Apply) { $WhatIfPreference = $true }")
        .contains("User = '" + USER + "'")
        .contains("’’; rm -rf / #''$(touch pwned)");
    assertThat(text.lines().filter(line -> line.contains("rm -rf")))
        .allMatch(
            line -> line.startsWith("#") || line.contains("'’’; rm -rf / #''$(touch pwned)`"));
  }

  @Test
  void whatIsNoIdIsNotAddressed() {
    RemedyStep step =
        new RemedyStep(
            "../groups",
            "ann@contoso.com",
            false,
            new RemedyStep.Product(E5, "E5"),
            true,
            List.of(),
            List.of());
    RemedyPlan plan = new RemedyPlan("id", NOW, List.of(step), 0, true, List.of(), List.of());
    assertThat(script(RemedyScriptKind.AZURE_CLI_BASH, plan)).doesNotContain("../groups");
  }

  @Test
  void bashShowsNamesAndRunsNoneOfThem() throws IOException, InterruptedException {
    String answer = run(script(RemedyScriptKind.AZURE_CLI_BASH, hostile(true)), "");
    assertThat(answer)
        .contains("Remove ’; rm -rf / #'$(touch pwned)`touch pwned`")
        .contains("Nothing was changed.")
        .doesNotContain("POST")
        .doesNotContain("DELETE");
    assertThat(directory.resolve("pwned")).doesNotExist();
  }

  @Test
  void bashChangesWhatItSaidWhenTold() throws IOException, InterruptedException {
    String answer = run(script(RemedyScriptKind.AZURE_CLI_BASH, hostile(false)), "--apply");
    assertThat(answer)
        .contains("rest --method POST --url https://graph.microsoft.com/v1.0/users/" + USER)
        .contains("{\"addLicenses\":[{\"skuId\":\"" + E3 + "\"}],\"removeLicenses\":[]}")
        .contains("rest --method DELETE --url https://graph.microsoft.com/v1.0/groups/")
        .doesNotContain("Nothing was changed.");
    assertThat(directory.resolve("pwned")).doesNotExist();
  }

  /** Against an Azure CLI that says what it is told. */
  private String run(String script, String argument) throws IOException, InterruptedException {
    tool(
        "az",
        "case \"$*\" in *'account show'*) echo "
            + SampleTenant.ID
            + ";; *GET*) echo '{}';; *) echo \"$@\";; esac");
    tool("jq", "cat > /dev/null; echo 1");
    Path file = Files.writeString(directory.resolve("remedy.sh"), script);
    ProcessBuilder bash = new ProcessBuilder("bash", file.toString(), argument);
    bash.directory(directory.toFile()).redirectErrorStream(true);
    bash.environment().put("PATH", directory + ":" + System.getenv("PATH"));
    Process process = bash.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(answer).isZero();
    return answer;
  }

  private void tool(String name, String body) throws IOException {
    Path file = Files.writeString(directory.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
