package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.onboarding.AppRegistration;
import ai.chronom.m365.onboarding.Guide;
import ai.chronom.m365.onboarding.ScriptKind;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.RecordedRequest;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import ai.chronom.m365.tenant.PortalLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide's script for the Azure CLI, run by the real Azure CLI against the sandbox: from an
 * empty directory to a tenant that verifies green, and again without changing anything.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AzureCliIT {
  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static SandboxGraph graph;
  private static Path script;

  /** What a run of a program printed, both streams together. */
  private record Run(int exitCode, String output) {
    String value(String label) {
      Matcher line = Pattern.compile("^" + label + ": +(.+)$", Pattern.MULTILINE).matcher(output);
      assertThat(line.find()).as(output).isTrue();
      return line.group(1);
    }
  }

  @BeforeAll
  static void signIn() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.in(directory.resolve("sandbox")).withStage(Registration.Stage.NOTHING));
    graph = new SandboxGraph(sandbox);
    Guide guide =
        new Guide(
            new AppRegistration(Registration.DISPLAY_NAME, URI.create(Registration.REDIRECT_URI)));
    script =
        Files.writeString(
            directory.resolve("register.sh"),
            guide.script(ScriptKind.AZURE_CLI_BASH, graph.cloud()));
    String login = sandbox.loginUrl();
    demand("az", "cloud", "register", "--name", "sandbox", "--cloud-config", cloud(login));
    demand("az", "cloud", "set", "--name", "sandbox");
    demand(
        "az",
        "login",
        "--service-principal",
        "--username",
        sandbox.registration().automation().clientId(),
        "--password",
        sandbox.registration().automation().secret(),
        "--tenant",
        sandbox.tenantId(),
        "--allow-no-subscriptions");
  }

  /** As JSON: the CLI has no option for the address of Microsoft Graph. */
  private static String cloud(String login) {
    return Json.text(
        Map.of(
            "endpoints",
            Map.of(
                "activeDirectory", login + "/adfs",
                "activeDirectoryResourceId", login + "/arm",
                "activeDirectoryGraphResourceId", sandbox.graphUrl() + "/",
                "resourceManager", login + "/",
                "management", login + "/",
                "gallery", login + "/",
                "microsoftGraphResourceId", sandbox.graphUrl() + "/")));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  @Order(0)
  void shellcheckFindsNothing() throws IOException {
    AppRegistration odd =
        new AppRegistration("It's \"$(whoami)\" `x` \\n", URI.create("https://x.example/a?b=$c"));
    Path strange =
        Files.writeString(
            directory.resolve("strange.sh"),
            new Guide(odd).script(ScriptKind.AZURE_CLI_BASH, graph.cloud()));
    demand("shellcheck", "--severity=style", script.toString());
    // That nothing is expanded in names is what we want.
    demand("shellcheck", "--severity=style", "--exclude=SC2016", strange.toString());
  }

  @Test
  @Order(1)
  void changesNothingWithoutAnAnswer() {
    Run run = run(List.of("bash", script.toString()), "n\n");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .contains("register the application", "grant admin consent to 13", "Nothing was changed.");
    assertThat(writes()).isEmpty();
  }

  @Test
  @Order(2)
  void endsInATenantThatVerifiesGreen() {
    Run run = run(List.of("bash", script.toString()), "y\n");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.value("Tenant ID")).isEqualTo(sandbox.tenantId());
    assertThat(run.value("Application ID")).isEqualTo(sandbox.applicationId());
    assertThat(run.value("Client secret")).isEqualTo(sandbox.clientSecret()).hasSize(40);
    assertThat(LocalDate.parse(run.value("Expires on")))
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(730));
    assertVerifiesGreen();
  }

  @Test
  @Order(3)
  void secondRunChangesNothing() {
    sandbox.requests().clear();
    Run run = run(List.of("bash", script.toString()), "");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("nothing was changed").doesNotContain("Go ahead?");
    assertThat(run.value("Application ID")).isEqualTo(sandbox.applicationId());
    assertThat(writes()).isEmpty();
  }

  @Test
  @Order(4)
  void mendsWhatIsMissingAndNothingElse() {
    sandbox.registration().revoke(Permissions.role("Sites.Read.All"));
    sandbox.registration().removeConfigured(Permissions.role("Reports.Read.All"));
    sandbox.requests().clear();
    Run run = run(List.of("bash", script.toString(), "--yes"), "");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(writes()).hasSize(2);
    assertVerifiesGreen();
  }

  @Test
  @Order(5)
  void stopsAtTheFirstFailure() {
    sandbox.registration().revoke(Permissions.role("Sites.Read.All"));
    sandbox
        .faults()
        .plant(
            FaultRule.on(
                Site.GRAPH,
                "*/appRoleAssignments",
                new Fault.Answer(
                    Reply.text(
                        403,
                        "application/json",
                        "{\"error\":{\"code\":\"Authorization_RequestDenied\"}}"))));
    Run run = run(List.of("bash", script.toString(), "--yes", "--new-secret"), "");
    sandbox.faults().clear();
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.output()).doesNotContain("Client secret:");
    assertThat(sandbox.registration().secrets()).hasSize(1);
  }

  private static void assertVerifiesGreen() {
    GraphConnection connection = graph.connect();
    RegistrationExpectation expected =
        new RegistrationExpectation(
            Registration.DISPLAY_NAME,
            Registration.REDIRECT_URI,
            Optional.of(sandbox.clientSecret().substring(0, 3)),
            Instant.now());
    VerificationFindings findings =
        new Examination(connection, new PortalLinks(graph.cloud(), graph.applicationId()), expected)
            .carryOut(verdicts -> {});
    assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
    assertThat(findings.verdicts())
        .hasSize(14)
        .allSatisfy(row -> assertThat(row.status()).isEqualTo(PermissionStatus.GRANTED));
    assertThat(findings.checks())
        .allSatisfy(check -> assertThat(check.ok()).as(check.check()).isTrue());
    assertThat(findings.excess()).isEmpty();
  }

  private static List<RecordedRequest> writes() {
    return sandbox.requests().matching(RecordedRequest::isWrite).stream()
        .filter(request -> !request.path().contains("/oauth2/"))
        .toList();
  }

  private static void demand(String... command) {
    Run run = run(List.of(command), "");
    assertThat(run.exitCode()).as(String.join(" ", command) + "\n" + run.output()).isZero();
  }

  private static Run run(List<String> command, String input) {
    try {
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      Map<String, String> environment = builder.environment();
      environment.put("AZURE_CONFIG_DIR", directory.resolve("azure").toString());
      environment.put("AZURE_CORE_COLLECT_TELEMETRY", "no");
      environment.put("REQUESTS_CA_BUNDLE", sandbox.caFile().toString());
      environment.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
      Path output = Files.createTempFile(directory, "run", ".txt");
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
      return new Run(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(
          command.get(0) + " must be installed (Debian: azure-cli, shellcheck)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
