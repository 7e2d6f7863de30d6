package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

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
    "/onboarding/secret, /onboarding/start.xhtml?step=secret",
    "/tenants/46df15d9/scan, /scan/scan.xhtml?tenantId=46df15d9",
    "/tenants/46df15d9, /overview/tenant.xhtml?tenantId=46df15d9",
    "/tenants/a%26step%3Db, /overview/tenant.xhtml?tenantId=a%26step%3Db",
  })
  void leadToTheirPages(String address, String page) {
    assertThat(Addresses.find(address)).map(Addresses.Target::dispatch).contains(page);
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
}
