package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.ClientSecret;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real MSAL over real TLS against an Entra that answers as Microsoft's does. */
class EntraTest {
  /** Shared: making a certificate authority takes longer than a test. */
  @TempDir static Path directory;

  private Sandbox sandbox;
  private SandboxGraph graph;

  @BeforeEach
  void start() throws IOException {
    Files.deleteIfExists(directory.resolve("sandbox-registration.json"));
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    graph = new SandboxGraph(sandbox);
  }

  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com, https://graph.microsoft.com/.default",
    "https://graph.microsoft.us, https://graph.microsoft.us/.default",
    "https://dod-graph.microsoft.us, https://dod-graph.microsoft.us/.default",
    "https://microsoftgraph.chinacloudapi.cn, https://microsoftgraph.chinacloudapi.cn/.default",
    "https://graph.mine.example/, https://graph.mine.example/.default"
  })
  void scopeNamesTheCloudsOwnGraph(URI graphUrl, String scope) {
    URI other = URI.create("https://other.example");
    assertThat(Entra.scope(new Cloud("mine", "Mine", other, graphUrl, other, List.of())))
        .isEqualTo(scope);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Nested
  class GoodCredentials {
    @Test
    void bringTheConsentedRoles() {
      assertThat(issued(graph.prove(sandbox.clientSecret())).roles())
          .hasSize(13)
          .contains("Directory.Read.All", "InformationProtectionPolicy.Read.All");
    }

    @Test
    void areAcceptedWithNothingConsented() {
      Permissions.REQUIRED.forEach(sandbox.registration()::revoke);
      assertThat(issued(graph.prove(sandbox.clientSecret())).roles()).isEmpty();
    }

    @Test
    void eachTokenIsNew() {
      graph.prove(sandbox.clientSecret());
      sandbox.registration().revoke(Permissions.role("Reports.Read.All"));
      assertThat(issued(graph.prove(sandbox.clientSecret())).roles())
          .hasSize(12)
          .doesNotContain("Reports.Read.All");
    }
  }

  @Nested
  class BadCredentials {
    @Test
    void wrongSecretIsNamed() {
      EntraError error = refused(graph.prove("not-the-secret"));
      assertThat(error.label()).isEqualTo("AADSTS7000215");
      assertThat(error.error()).isEqualTo("invalid_client");
      assertThat(error.field()).contains("clientSecret");
      assertThat(error.remedy()).contains("Value").contains("Secret ID");
      assertThat(error.traceId()).isNotBlank();
      assertThat(error.correlationId()).isNotBlank();
      assertThat(error.timestamp()).isNotNull();
      assertThat(error.isTransient()).isFalse();
    }

    @Test
    void expiredSecretIsNamed() {
      String secret = sandbox.clientSecret();
      sandbox.registration().expireSecret(sandbox.registration().secrets().get(0).keyId());
      EntraError error = refused(graph.prove(secret));
      assertThat(error.code()).isEqualTo(7000222);
      assertThat(error.meaning()).contains("expired");
    }

    @Test
    void unknownApplicationIsNamed() {
      EntraError error =
          refused(
              graph.prove(
                  graph.tenantId(), new ApplicationId(UUID.randomUUID()), sandbox.clientSecret()));
      assertThat(error.code()).isEqualTo(700016);
      assertThat(error.field()).contains("applicationId");
    }

    @Test
    void unknownTenantIsNamed() {
      EntraError error =
          refused(
              graph.prove(
                  new TenantId(UUID.randomUUID()), graph.applicationId(), sandbox.clientSecret()));
      assertThat(error.code()).isEqualTo(90002);
      assertThat(error.field()).contains("tenantId");
    }

    @ParameterizedTest
    @CsvSource({
      "APPLICATION_ENABLED, false, 70001",
      "SIGN_IN_ENABLED, false, 7000112",
      "ENTERPRISE_APPLICATION_PRESENT, false, 7000229",
      "CONDITIONAL_ACCESS_BLOCK, true, 53003"
    })
    void whatTheAdminSwitchedIsNamed(Switch which, boolean on, int code) {
      sandbox.registration().set(which, on);
      EntraError error = refused(graph.prove(sandbox.clientSecret()));
      assertThat(error.code()).isEqualTo(code);
      assertThat(error.isTransient()).isFalse();
      assertThat(error.remedy()).isNotBlank();
    }

    @Test
    void neverHoldTheSecretInTheAnswer() {
      String canary = "canary~" + UUID.randomUUID();
      assertThat(graph.prove(canary).toString()).doesNotContain(canary);
    }
  }

  @Nested
  class EntraInTrouble {
    @ParameterizedTest
    @CsvSource({"ENTRA_DOWN, 90033", "ENTRA_THROTTLED, 50196"})
    void isTransientAndNoRejection(Switch which, int code) {
      sandbox.registration().set(which, true);
      EntraError error = refused(graph.prove(sandbox.clientSecret()));
      assertThat(error.code()).isEqualTo(code);
      assertThat(error.isTransient()).isTrue();
    }

    @Test
    void worksAgainAsSoonAsEntraDoes() {
      sandbox.registration().set(Switch.ENTRA_DOWN, true);
      graph.prove(sandbox.clientSecret());
      sandbox.registration().set(Switch.ENTRA_DOWN, false);
      assertThat(graph.prove(sandbox.clientSecret())).isInstanceOf(TokenAnswer.Issued.class);
    }

    @Test
    void tellsThatAPageCameInPlaceOfJson() {
      strike(Fault.junk("<html>Blocked by the proxy</html>"));
      assertThat(unreachable(graph.prove(sandbox.clientSecret())))
          .contains("status 200")
          .doesNotContain("Blocked");
    }

    @Test
    void tellsThatTheConnectionBroke() {
      strike(new Fault.Hangup());
      assertThat(unreachable(graph.prove(sandbox.clientSecret()))).contains("connection broke");
    }

    @Test
    void tellsThatTheConnectionWasRefused() {
      Cloud closed = cloudAt("https://localhost:1");
      assertThat(unreachable(proveAt(closed, Optional.of(sandbox.caFile()))))
          .contains("connection was refused");
    }

    @Test
    void tellsThatTheHostIsUnknown() {
      Cloud nowhere = cloudAt("https://login.invalid");
      assertThat(unreachable(proveAt(nowhere, Optional.empty()))).contains("cannot be resolved");
    }

    @Test
    void tellsThatTheCertificateIsNotTrusted() {
      assertThat(unreachable(proveAt(graph.cloud(), Optional.empty())))
          .contains("certificate")
          .contains("chronom.http.trusted-ca-file");
    }

    private void strike(Fault fault) {
      sandbox.faults().plant(FaultRule.on(Site.LOGIN, "*", fault));
    }
  }

  @Nested
  class Domains {
    @Test
    void leadToTheirTenant() {
      assertThat(graph.resolveDomain("contoso.onmicrosoft.com")).contains(graph.tenantId());
    }

    @Test
    void ofNobodyLeadNowhere() {
      assertThat(graph.resolveDomain("nobody.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'no domain'", "'../x'", "a", "-a.com", "'x.com/y'", "'a..b'", "'x.com?y=z'"})
    void thatAreNoneAreNotAskedFor(String text) {
      sandbox.requests().clear();
      assertThat(graph.resolveDomain(text)).isEmpty();
      assertThat(sandbox.requests().all()).isEmpty();
    }

    @Test
    void cannotBeResolvedWhileEntraIsDown() {
      sandbox.faults().plant(FaultRule.on(Site.LOGIN, "*", Fault.status(503)));
      assertThatThrownBy(() -> graph.resolveDomain("contoso.com"))
          .isInstanceOfSatisfying(
              GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.UNAVAILABLE));
    }
  }

  private TokenAnswer proveAt(Cloud cloud, Optional<Path> caFile) {
    Pipeline pipeline = new Pipeline(Proxy.NO_PROXY, TrustedCertificates.of(caFile));
    Connector connector =
        new Connector(pipeline, Clock.systemUTC(), new Patience(() -> 0), wait -> {});
    return connector
        .entra()
        .requestToken(
            cloud, graph.tenantId(), graph.applicationId(), ClientSecret.of(sandbox.clientSecret()))
        .answer();
  }

  private Cloud cloudAt(String login) {
    URI url = URI.create(login);
    return new Cloud("x", "X", url, url, url, List.of());
  }

  private static TokenAnswer.Issued issued(TokenAnswer answer) {
    assertThat(answer).isInstanceOf(TokenAnswer.Issued.class);
    return (TokenAnswer.Issued) answer;
  }

  private static EntraError refused(TokenAnswer answer) {
    assertThat(answer).isInstanceOf(TokenAnswer.Refused.class);
    return ((TokenAnswer.Refused) answer).error();
  }

  private static String unreachable(TokenAnswer answer) {
    assertThat(answer).isInstanceOf(TokenAnswer.Unreachable.class);
    return ((TokenAnswer.Unreachable) answer).reason();
  }
}
