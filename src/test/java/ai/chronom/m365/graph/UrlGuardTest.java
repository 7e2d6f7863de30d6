package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.tenant.Cloud;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlGuardTest {
  private final UrlGuard guard =
      guard(
          "https://graph.microsoft.com",
          List.of("reports.office.com", "*.office.com", "localhost:8443"));

  private static UrlGuard guard(String graphUrl, List<String> reportHosts) {
    URI graph = URI.create(graphUrl);
    URI login = URI.create("https://login.microsoftonline.com");
    return new UrlGuard(new Cloud("global", "Global", login, graph, login, reportHosts));
  }

  @Nested
  class Graph {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/v1.0/users",
          "/beta/security/informationProtection/sensitivityLabels?$top=1",
          "/v1.0/reports/getOffice365ActiveUserDetail(period='D180')",
          "/v1.0/users?$filter=assignedLicenses/$count eq 0&$count=true",
          "https://graph.microsoft.com/v1.0/users?$skiptoken=RFNwdAIAAQ~%2F..%2F//",
          "https://graph.microsoft.com/v1.0/$batch"
        })
    void ofTheCloudIsAllowed(String url) {
      assertThat(guard.graph(url).toString()).startsWith("https://graph.microsoft.com/");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          // other schemes, hosts and ports
          "http://graph.microsoft.com/v1.0/users",
          "https://evil.example/v1.0/users",
          "https://graph.microsoft.us/v1.0/users",
          "https://graph.microsoft.com:8443/v1.0/users",
          "https://graph.microsoft.com.evil.example/v1.0/users",
          "https://evilgraph.microsoft.com/v1.0/users",
          "https://169.254.169.254/v1.0/users",
          "https://127.0.0.1/v1.0/users",
          "https://[::1]/v1.0/users",
          "ftp://graph.microsoft.com/v1.0/users",
          "file:///v1.0/users",
          "//evil.example/v1.0/users",
          // users, tricks with the host
          "https://graph.microsoft.com@evil.example/v1.0/users",
          "https://user:password@graph.microsoft.com/v1.0/users",
          "https://graph.microsoft.com./v1.0/users",
          "https://graph.microsoft.com%2eevil.example/v1.0/users",
          "https://graph.microsoft.com\\@evil.example/v1.0/users",
          "https:\\\\graph.microsoft.com/v1.0/users",
          "https:/graph.microsoft.com/v1.0/users",
          "https://graph\u3002microsoft.com/v1.0/users",
          "https://gr\u0430ph.microsoft.com/v1.0/users",
          "https://xn--grph-43d.microsoft.com/v1.0/users",
          "https://graph.microsoft.com#@evil.example/v1.0/users",
          "https://graph.microsoft.com?@evil.example/v1.0/users",
          // other paths, steps upward
          "https://graph.microsoft.com/",
          "https://graph.microsoft.com/v1.0",
          "https://graph.microsoft.com/v2.0/users",
          "https://graph.microsoft.com/v1.0evil/users",
          "https://graph.microsoft.com/v1.0/../evil",
          "https://graph.microsoft.com/v1.0/%2e%2e/evil",
          "https://graph.microsoft.com/v1.0/.%2E/evil",
          "https://graph.microsoft.com/v1.0/..",
          "https://graph.microsoft.com/v1.0/./users",
          "https://graph.microsoft.com/v1.0//evil",
          "https://graph.microsoft.com/v1.0/%2f%2fevil",
          "https://graph.microsoft.com/v1.0/%5c..%5cevil",
          "/v1.0/../evil",
          "/../v1.0/users",
          "/users",
          "v1.0/users",
          "",
          // what no address holds
          "https://graph.microsoft.com/v1.0/users\r\nHost: evil.example",
          "https://graph.microsoft.com/v1.0/us\u0000ers",
          "https://graph.microsoft.com/v1.0/users#fragment",
          " https://graph.microsoft.com/v1.0/users",
          "javascript:alert(1)"
        })
    void elsewhereIsRefused(String url) {
      assertRefused(() -> guard.graph(url));
    }

    @Test
    void ofEndlessLengthIsRefused() {
      assertRefused(() -> guard.graph("/v1.0/users?$skiptoken=" + "x".repeat(20_000)));
    }

    @Test
    void withAPortOfItsOwnKeepsIt() {
      UrlGuard sandbox = guard("https://localhost:8092/", List.of());
      assertThat(sandbox.graph("/v1.0/users").toString())
          .isEqualTo("https://localhost:8092/v1.0/users");
      assertRefused(() -> sandbox.graph("https://localhost/v1.0/users"));
      assertRefused(() -> sandbox.graph("https://localhost:80/v1.0/users"));
    }

    @Test
    void withoutTlsIsNoCloud() {
      assertRefused(() -> guard("http://graph.microsoft.com", List.of()));
    }
  }

  @Nested
  class ReportDownload {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://reports.office.com/data/download/JDFKdf2_eJXKS034dbc7e0t__XDe",
          "https://reportsncu.office.com/data/v1.0/download?token=a%2Bb",
          "https://reports.office.com:443/data",
          "https://localhost:8443/data"
        })
    void fromAnAllowedHostIsAllowed(String url) {
      assertThat(guard.report(url).isHttps()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://reports.office.com/data",
          "/data/download",
          "//reports.office.com/data",
          "https://office.com/data",
          "https://evil.example/data",
          "https://reports.office.com.evil.example/data",
          "https://evil.example/.office.com",
          "https://evil.example?.office.com",
          "https://evil.example#.office.com",
          "https://reports.office.com@evil.example/data",
          "https://user@reports.office.com/data",
          "https://reports.office.com:8443/data",
          "https://localhost/data",
          "https://localhost:8444/data",
          "https://reports.office.com./data",
          "https://REPORTS.office.com/data",
          "https://reports\u3002office.com/data",
          "https://reports.office.com\\.evil.example/data",
          "https://127.0.0.1/data",
          "https://reports.office.com/a/../b",
          "https://reports.office.com/data\nX: y",
          "https://"
        })
    void fromElsewhereIsRefused(String url) {
      assertRefused(() -> guard.report(url));
    }

    @Test
    void toNowhereIsRefused() {
      assertRefused(() -> guard.report(null));
    }

    @Test
    void mayHaveAPrivateAddressOnlyWhenNamedInFull() {
      assertThat(guard.namesReportHost("localhost")).isTrue();
      assertThat(guard.namesReportHost("inside.office.com")).isFalse();
    }
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.HOSTILE));
  }
}
