package ai.chronom.m365.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudSettingsTest {
  @Test
  void knowsMicrosoftsFourCloudsByDefault() {
    Clouds clouds = CloudSettings.read(Map.of());
    assertThat(clouds.all())
        .extracting(Cloud::id)
        .containsExactly("global", "us-gov", "us-dod", "china");
    Cloud dod = clouds.find("us-dod").orElseThrow();
    assertThat(dod.graphUrl()).isEqualTo(URI.create("https://dod-graph.microsoft.us"));
    assertThat(dod.loginUrl()).isEqualTo(URI.create("https://login.microsoftonline.us"));
    assertThat(clouds.find(Clouds.DEFAULT_ID).orElseThrow().reportHosts())
        .containsExactly("*.office.com", "*.microsoft.com");
  }

  @ParameterizedTest
  @CsvSource({
    "global, portal.azure.com, login.microsoftonline.com, graph.microsoft.com",
    "us-gov, portal.azure.us, login.microsoftonline.us, graph.microsoft.us",
    "us-dod, portal.azure.us, login.microsoftonline.us, dod-graph.microsoft.us",
    "china, portal.azure.cn, login.partner.microsoftonline.cn, microsoftgraph.chinacloudapi.cn",
    "mine, portal.mine.example, login.mine.example, graph.mine.example"
  })
  void eachCloudHasItsOwnPortalLoginAndGraph(String id, String portal, String login, String graph) {
    Cloud cloud =
        CloudSettings.read(
                Map.of(
                    "chronom.clouds.mine.display-name", "Mine",
                    "chronom.clouds.mine.login-url", "https://login.mine.example",
                    "chronom.clouds.mine.graph-url", "https://graph.mine.example",
                    "chronom.clouds.mine.portal-url", "https://portal.mine.example"))
            .find(id)
            .orElseThrow();
    assertThat(cloud.portalUrl()).isEqualTo(URI.create("https://" + portal));
    assertThat(cloud.loginUrl()).isEqualTo(URI.create("https://" + login));
    assertThat(cloud.graphUrl()).isEqualTo(URI.create("https://" + graph));
  }

  @Test
  void mapsEveryKeyOfAFurtherCloud() {
    Clouds clouds =
        CloudSettings.read(
            Map.of(
                "chronom.clouds.sandbox.display-name", "Sandbox",
                "chronom.clouds.sandbox.login-url", "https://localhost:8091/",
                "chronom.clouds.sandbox.graph-url", "https://localhost:8092",
                "chronom.clouds.sandbox.portal-url", "http://localhost:8090",
                "chronom.clouds.sandbox.report-hosts", "localhost:8093, *.Example.com"));
    assertThat(clouds.find("sandbox"))
        .contains(
            new Cloud(
                "sandbox",
                "Sandbox",
                URI.create("https://localhost:8091"),
                URI.create("https://localhost:8092"),
                URI.create("http://localhost:8090"),
                List.of("localhost:8093", "*.example.com")));
    assertThat(clouds.all()).hasSize(5);
  }

  @Test
  void overridesOneSettingOfABuiltInCloud() {
    Cloud china =
        CloudSettings.read(
                Map.of("chronom.clouds.china.login-url", "https://login.chinacloudapi.cn"))
            .find("china")
            .orElseThrow();
    assertThat(china.loginUrl()).isEqualTo(URI.create("https://login.chinacloudapi.cn"));
    assertThat(china.graphUrl()).isEqualTo(URI.create("https://microsoftgraph.chinacloudapi.cn"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chronom.clouds.global.login-url | http://login.example | must begin with https://",
        "chronom.clouds.global.login-url | http://localhost:1 | must begin with https://",
        "chronom.clouds.global.portal-url | http://portal.example | must begin with https://",
        "chronom.clouds.global.graph-url | https://graph.example/v1.0 | without a path",
        "chronom.clouds.global.graph-url | https://graph.example?x=1 | without a path",
        "chronom.clouds.global.graph-url | https://me@graph.example | is no URL of a host",
        "chronom.clouds.global.graph-url | https://graph.example:99999 | is no URL of a host",
        "chronom.clouds.global.graph-url | graph.example | is no URL of a host",
        "chronom.clouds.global.graph-url | not a url | is no URL",
        "chronom.clouds.global.display-name | '  ' | is empty",
        "chronom.clouds.global.report-hosts | https://x.example | host, host:port or *.domain",
        "chronom.clouds.global.report-hosts | a.example,,b.example | host, host:port or *.domain",
        "chronom.clouds.global.report-hosts | a.example:70000 | host, host:port or *.domain",
        "chronom.clouds.global.report-hosts | * | host, host:port or *.domain",
        "chronom.clouds.global.color | red | is unknown",
        "chronom.clouds.Global.login-url | https://x.example | names no cloud",
        "chronom.clouds.mine.login-url | https://x.example | "
      })
  void refusesABadValueByTheNameOfItsKey(String key, String value, String what) {
    assertThatThrownBy(() -> CloudSettings.read(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(what == null ? "chronom.clouds.mine.graph-url is missing" : key)
        .hasMessageContaining(what == null ? "not built in" : what)
        .hasMessageNotContaining("\n");
  }
}
