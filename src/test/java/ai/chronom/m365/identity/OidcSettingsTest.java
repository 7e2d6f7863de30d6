package ai.chronom.m365.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {
  private final Map<String, String> values =
      new TreeMap<>(
          Map.of(
              "chronom.oidc.issuer", "https://login.example.com/realms/one",
              "chronom.oidc.client-id", "chronom",
              "chronom.oidc.client-secret-file", "/etc/chronom/oidc.txt"));
  private final Map<String, String> mapping = new TreeMap<>(Map.of("finance", "viewer"));

  private OidcSettings settings() {
    return OidcSettings.of(
        key -> Optional.ofNullable(values.get(key)), mapping, file -> "content of " + file);
  }

  @Test
  void takesWhatIsGivenAndTheUsualClaim() {
    assertThat(settings().issuer()).isEqualTo("https://login.example.com/realms/one");
    assertThat(settings().groupsClaim()).isEqualTo("groups");
    assertThat(settings().clientSecret()).isEqualTo("content of /etc/chronom/oidc.txt");
    assertThat(settings().toString()).doesNotContain("content of");
    values.put("chronom.oidc.groups-claim", "roles");
    assertThat(settings().groupsClaim()).isEqualTo("roles");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chronom.oidc.issuer",
        "chronom.oidc.client-id",
        "chronom.oidc.client-secret-file"
      })
  void namesTheMissingKey(String key) {
    values.remove(key);
    assertThatThrownBy(this::settings)
        .hasMessage(key + " must be set when chronom.auth.mechanism is oidc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login.example.com",
        "http://login.example.com",
        "https://login.example.com/?a=b",
        "https://a:b@login.example.com/",
        "ftp://localhost/",
        "https://"
      })
  void refusesAnIssuerThatIsNoSafeAddress(String issuer) {
    values.put("chronom.oidc.issuer", issuer);
    assertThatThrownBy(this::settings).hasMessageStartingWith("chronom.oidc.issuer is \"" + issuer);
  }

  @Test
  void refusesAMappingThatLetsNobodyInOrIsMisspelled() {
    mapping.put("sales", "admn");
    assertThatThrownBy(this::settings)
        .hasMessage(
            "chronom.oidc.role-mapping.sales is \"admn\", but admin, operator or viewer is"
                + " expected");
    mapping.clear();
    assertThatThrownBy(this::settings).hasMessageStartingWith("chronom.oidc.role-mapping.<group>");
  }

  @Test
  void mapsGroupsToRolesAndRolesToGroups() {
    RoleMapping roles =
        RoleMapping.of(
            Map.of("finance", "viewer", "operator", "License Desk, /sales/emea", "admin", "admin"));

    assertThat(roles.role(List.of("finance"))).contains("viewer");
    assertThat(roles.role(List.of("/finance", "License Desk"))).contains("operator");
    assertThat(roles.role(List.of("/sales/emea"))).contains("operator");
    assertThat(roles.role(List.of("admin", "finance"))).contains("admin");
    assertThat(roles.role(List.of("Finance", "emea", ""))).isEmpty();
  }
}
