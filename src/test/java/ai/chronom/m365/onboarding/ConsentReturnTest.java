package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentReturnTest {
  @ParameterizedTest
  @CsvSource({
    "https://app.chronom.ai, https://app.chronom.ai",
    "https://app.chronom.ai/, https://APP.chronom.ai:443",
    "https://app.chronom.ai/consent, https://app.chronom.ai",
    "http://localhost:8080/consent, http://localhost:8080",
    "https://intranet.example/chronom/consent, https://intranet.example/chronom",
    "https://intranet.example/chronom, https://intranet.example/chronom/"
  })
  void leadsHere(URI redirect, URI base) {
    assertThat(new ConsentReturn(redirect, base).leadsHere()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.chronom.ai, https://chronom.example.com",
    "https://app.chronom.ai, http://app.chronom.ai",
    "https://app.chronom.ai:8443, https://app.chronom.ai",
    "https://app.chronom.ai/elsewhere, https://app.chronom.ai",
    "https://app.chronom.ai/consent?x=1, https://app.chronom.ai",
    "https://intranet.example/consent, https://intranet.example/chronom",
    "https://intranet.example/chronomy, https://intranet.example/chronom"
  })
  void leadsElsewhere(URI redirect, URI base) {
    assertThat(new ConsentReturn(redirect, base).leadsHere()).isFalse();
  }
}
