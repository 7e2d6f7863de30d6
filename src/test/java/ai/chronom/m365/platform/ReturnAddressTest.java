package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/overview/overview.xhtml",
        "/tenant/tenant.xhtml?id=4f1c&tab=scan%20now",
        "/findings"
      })
  void leadsBackToAPageOfOurs(String path) {
    assertThat(ReturnAddress.parse(path)).contains(new ReturnAddress(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "overview.xhtml",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/%0d%0aSet-Cookie:x",
        "/a\r\nLocation: //evil.example",
        "/a\tb",
        "/../admin",
        "/login.xhtml?from=/",
        "/api/v1/tenants",
        "/metrics",
        "/jakarta.faces.resource/x.js",
        "/ä",
        "/a#//evil.example",
        " /"
      })
  void leadsNowhereElse(String text) {
    assertThat(ReturnAddress.parse(text)).isEmpty();
  }

  @Test
  void leadsNowhereWhenAbsentOrTooLong() {
    assertThat(ReturnAddress.parse(null)).isEmpty();
    assertThat(ReturnAddress.parse("/" + "a".repeat(1000))).isEmpty();
  }

  @Test
  void loginAddressCarriesItEncoded() {
    assertThat(new ReturnAddress("/a?b=c&d=e").login("/m365"))
        .isEqualTo("/m365/login.xhtml?from=%2Fa%3Fb%3Dc%26d%3De");
    assertThat(ReturnAddress.HOME.login("")).isEqualTo("/login.xhtml");
  }
}
