package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationDiagnosisTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "chronom.notifications.webhook-url",
        "chronom.notifications.mail-to",
        "chronom.db.url",
        "chronom.http.proxy",
        "chronom.oidc.client-id",
        "chronom.key.of-tomorrow"
      })
  void valueThatMayBeASecretOrAPersonIsMasked(String key) {
    assertThat(ConfigurationDiagnosis.told(key, Optional.of("canary"))).doesNotContain("canary");
    assertThat(ConfigurationDiagnosis.told(key, Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chronom.scan.interval",
        "chronom.clouds.sandbox.graph-url",
        "chronom.vault.key-file"
      })
  void harmlessValueIsShown(String key) {
    assertThat(ConfigurationDiagnosis.told(key, Optional.of("value"))).isEqualTo("value");
  }

  @Test
  void wordAfterAShownKeyHidesNothing() {
    assertThat(ConfigurationDiagnosis.told("chronom.vault.key-file-password", Optional.of("x")))
        .isEqualTo("(set, not shown)");
  }
}
