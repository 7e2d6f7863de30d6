package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyManualTest {
  private final KeyManual manual = KeyManual.read();

  @Test
  void knowsADocumentedKeyWithoutValue() {
    assertThat(manual.firstUnknown(List.of("chronom.http.port", "chronom.vault.key-file")))
        .isEmpty();
  }

  @Test
  void knowsTheEnvironmentFormOfAKey() {
    assertThat(
            manual.firstUnknown(List.of("CHRONOM_VAULT_KEY_FILE", "CHRONOM_CLOUDS_LAB_LOGIN_URL")))
        .isEmpty();
  }

  @Test
  void knowsAnyCloudAndAnyGroup() {
    assertThat(
            manual.firstUnknown(
                List.of(
                    "chronom.clouds.lab-1.login-url",
                    "chronom.oidc.role-mapping.Finance_Team",
                    "chronom.oidc.tenant-mapping.all",
                    "CHRONOM_OIDC_TENANT_MAPPING_0B1D2C3E_0000_4000_8000_000000000001")))
        .isEmpty();
  }

  @Test
  void namesTheUnknownKey() {
    assertThat(manual.firstUnknown(List.of("chronom.http.port", "chronom.http.prot")))
        .contains("chronom.http.prot");
    assertThat(manual.firstUnknown(List.of("CHRONOM_HTTP_PROT"))).contains("CHRONOM_HTTP_PROT");
    assertThat(manual.firstUnknown(List.of("chronom.clouds.lab.login")))
        .contains("chronom.clouds.lab.login");
  }

  @Test
  void leavesOtherPeoplesKeysAlone() {
    assertThat(manual.firstUnknown(List.of("java.version", "PATH", "chronometer.speed"))).isEmpty();
  }
}
