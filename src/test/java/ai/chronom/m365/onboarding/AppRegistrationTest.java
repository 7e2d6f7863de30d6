package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppRegistrationTest {
  @Test
  void takesNameAndAddressWithoutBlanksAround() {
    assertThat(AppRegistration.of(" Our App ", " https://app.example/back "))
        .isEqualTo(new AppRegistration("Our App", URI.create("https://app.example/back")));
  }

  @Test
  void takesPlainHttpOnlyForLocalhost() {
    assertThat(AppRegistration.of("A", "http://localhost:8080").redirectUri().getPort())
        .isEqualTo(8080);
    assertRefused("A", "http://app.example", "redirect-uri");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines"})
  void refusesNamesThatEntraWouldRefuse(String name) {
    assertRefused(name, "https://app.example", "chronom.app-registration.name");
    assertRefused("x".repeat(121), "https://app.example", "1 to 120 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "app.example", "https://", "https://a.example/#x", "not a uri"})
  void refusesAddressesThatEntraWouldRefuse(String uri) {
    assertRefused("A", uri, "chronom.app-registration.redirect-uri");
  }

  private static void assertRefused(String name, String uri, String part) {
    assertThatThrownBy(() -> AppRegistration.of(name, uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part);
  }
}
