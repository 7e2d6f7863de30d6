package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "/, /overview/overview.xhtml",
    "/integrations, /overview/integrations.xhtml",
    "/integrations/, /overview/integrations.xhtml",
    "/onboarding, /onboarding/start.xhtml",
    "/settings/prices, /license/prices.xhtml",
  })
  void leadToTheirPages(String address, String page) {
    assertThat(Addresses.find(address)).contains(new Addresses.Target(page, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "/onboarding/secret, step, secret",
    "/tenants/46df15d9/scan, tenantId, 46df15d9",
    "/tenants/a%26step%3Db, tenantId, a&step=b",
    "/tenants/%zz, tenantId, ''",
  })
  void nameWhatTheyAreAbout(String address, String name, String value) {
    assertThat(Addresses.find(address).orElseThrow().values()).isEqualTo(Map.of(name, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/tenants", "/login.xhtml", "/tenants/", "/tenants/a/b/c", "/x"})
  void leaveTheRestAlone(String address) {
    assertThat(Addresses.find(address)).isEmpty();
  }

  @Test
  void knowTheFilesThatNobodyShouldCall() {
    assertThat(Addresses.isPage("/scan/scan.xhtml")).isTrue();
    assertThat(Addresses.isPage("/login.xhtml")).isFalse();
  }

  @Test
  void answerOfTheConsentPageIsTakenAtTheRootToo() {
    String answer = "/onboarding/answer.xhtml";
    assertThat(Addresses.find("/consent", "state=1").orElseThrow().page()).isEqualTo(answer);
    assertThat(Addresses.find("/", "admin_consent=True&tenant=x&state=1").orElseThrow().page())
        .isEqualTo(answer);
    assertThat(Addresses.find("", "error=access_denied&state=1").orElseThrow().page())
        .isEqualTo(answer);
    assertThat(Addresses.find("/", "error=x").orElseThrow().page())
        .isEqualTo("/overview/overview.xhtml");
    assertThat(Addresses.find("/", null).orElseThrow().page())
        .isEqualTo("/overview/overview.xhtml");
  }
}
