package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.TenantId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantMappingTest {
  private static final TenantId CONTOSO = id("0b1d2c3e-0000-4000-8000-000000000001");
  private static final TenantId FABRIKAM = id("0b1d2c3e-0000-4000-8000-000000000002");

  private final TenantMapping mapping =
      TenantMapping.of(
          Map.of(
              CONTOSO.toString(),
              "/contoso team, both",
              FABRIKAM.toString(),
              "both",
              "all",
              "everyone"));

  private static TenantId id(String text) {
    return TenantId.parse(text).orElseThrow();
  }

  private Reach reach(String... groups) {
    return mapping.reach(Set.of(groups), id -> true);
  }

  @Test
  void givesTheTenantsOfAllGroups() {
    assertThat(reach("contoso team")).isEqualTo(Reach.only(Set.of(CONTOSO)));
    assertThat(reach("both", "elsewhere")).isEqualTo(Reach.only(Set.of(CONTOSO, FABRIKAM)));
    assertThat(reach("everyone", "both")).isEqualTo(Reach.ALL);
  }

  @Test
  void givesNothingToWhoIsInNoneOfTheGroups() {
    assertThat(reach("elsewhere")).isEqualTo(Reach.NOTHING);
    assertThat(reach()).isEqualTo(Reach.NOTHING);
  }

  @Test
  void leavesOutWhatIsNotConnected() {
    assertThat(mapping.reach(Set.of("both"), FABRIKAM::equals))
        .isEqualTo(Reach.only(Set.of(FABRIKAM)));
  }

  @Test
  void decidesNothingWithoutAnyEntry() {
    assertThat(TenantMapping.of(Map.of()).decides()).isFalse();
    assertThat(mapping.decides()).isTrue();
    assertThat(TenantMapping.of(Map.of("all", "everyone")).decides()).isTrue();
  }

  @Test
  void readsKeysAndVariables() {
    assertThat(TenantMapping.entry("chronom.oidc.tenant-mapping.all")).contains("all");
    assertThat(TenantMapping.entry("CHRONOM_OIDC_TENANT_MAPPING_ALL")).contains("all");
    assertThat(
            TenantMapping.entry("CHRONOM_OIDC_TENANT_MAPPING_0B1D2C3E_0000_4000_8000_000000000001"))
        .contains(CONTOSO.toString());
    assertThat(TenantMapping.entry("chronom.oidc.role-mapping.all")).isEmpty();
  }

  @Test
  void namesTheKeyThatIsWrong() {
    assertThatThrownBy(() -> TenantMapping.of(Map.of("contoso", "team")))
        .hasMessage(
            "chronom.oidc.tenant-mapping.contoso does not exist: a tenant's ID is expected, or all");
    assertThatThrownBy(() -> TenantMapping.of(Map.of("all", " , ")))
        .hasMessage("chronom.oidc.tenant-mapping.all is empty, but names of groups are expected");
  }
}
