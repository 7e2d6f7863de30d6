package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {
  private static final String HOST = "app.example:8443";

  @Test
  void programSaysNothingAndMayWrite() {
    assertThat(SameOrigin.holds(null, null, HOST)).isTrue();
  }

  @Test
  void ownPageMayWrite() {
    assertThat(SameOrigin.holds("same-origin", "https://app.example:8443", HOST)).isTrue();
    assertThat(SameOrigin.holds(null, "https://app.example:8443", HOST)).isTrue();
    assertThat(SameOrigin.holds(null, "http://APP.example:8443", HOST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "nonsense", ""})
  void browserThatNamesAnotherSiteMayNot(String site) {
    assertThat(SameOrigin.holds(site, null, HOST)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "https://app.example",
        "https://app.example:8443.evil.example",
        "ftp://app.example:8443"
      })
  void pageOfAnotherOriginMayNot(String origin) {
    assertThat(SameOrigin.holds(null, origin, HOST)).isFalse();
  }

  @Test
  void originWithoutAHostIsForeign() {
    assertThat(SameOrigin.holds(null, "https://app.example:8443", null)).isFalse();
  }
}
