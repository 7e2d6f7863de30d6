package ai.chronom.m365.verification;

import static ai.chronom.m365.verification.SampleSights.GRAPH_SERVICE;
import static ai.chronom.m365.verification.SampleSights.OTHER_SERVICE;
import static ai.chronom.m365.verification.SampleSights.perfect;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.AppRegistration;
import ai.chronom.m365.graph.AppRegistration.Assignment;
import ai.chronom.m365.permission.DelegatedTwins;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcessJudgeTest {
  private static final UUID WRITE = UUID.fromString("19dbc75e-c2e2-444c-a770-ec69d8559fc7");

  private final List<UUID> asked = new ArrayList<>();

  @Test
  void perfectAppHasNoneAndAsksNobody() {
    assertThat(excess(perfect().sight())).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void assignedRoleIsNamedByItsService() {
    List<ExcessPermission> excess = excess(assigned(GRAPH_SERVICE, WRITE));
    assertThat(excess).hasSize(1);
    assertThat(excess.get(0).name()).isEqualTo("Directory.ReadWrite.All");
    assertThat(excess.get(0).breaksReadOnly()).isTrue();
    assertThat(asked).containsExactly(GRAPH_SERVICE);
  }

  @Test
  void unknownRoleKeepsItsId() {
    UUID unknown = UUID.randomUUID();
    ExcessPermission excess = excess(assigned(OTHER_SERVICE, unknown)).get(0);
    assertThat(excess.name()).isEqualTo(unknown.toString());
    assertThat(excess.access()).isEqualTo(ExcessPermission.Access.UNKNOWN);
    assertThat(excess.breaksReadOnly()).isFalse();
  }

  @Test
  void sameRoleOfAnotherServiceIsInExcess() {
    assertThat(excess(assigned(OTHER_SERVICE, PermissionCatalog.SITES_READ_ALL.roleId())))
        .hasSize(1);
  }

  @Test
  void grantedScopeIsListedButNotThoseOfSignInOrOfTheWrongType() {
    Sight sight =
        perfect()
            .notListed(PermissionCatalog.SITES_READ_ALL)
            .notConsented(PermissionCatalog.SITES_READ_ALL)
            .grantingScopes("User.Read", "openid", "profile", "Sites.Read.All", "Mail.Send")
            .sight();
    assertThat(excess(sight)).extracting(ExcessPermission::name).containsExactly("Mail.Send");
  }

  @Test
  void tokenTellsWhenTheDirectoryCannot() {
    Sight sight =
        new Sight(
            Optional.of(Set.of("Directory.Read.All", "Files.ReadWrite.All")),
            AppRegistration.UNSEEN);
    assertThat(excess(sight))
        .extracting(ExcessPermission::name, ExcessPermission::access)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Files.ReadWrite.All", ExcessPermission.Access.WRITE));
  }

  @Test
  void configuredOnlyIsListedButBreaksNothing() {
    Sight sight = perfect().listingScope(WRITE).sight();
    assertThat(excess(sight)).hasSize(1);
    assertThat(excess(sight).get(0).consented()).isFalse();
    assertThat(excess(sight).get(0).breaksReadOnly()).isFalse();
  }

  @Test
  void wrongTypeIsNoExcess() {
    UUID twin = DelegatedTwins.scopeOf(PermissionCatalog.SITES_READ_ALL).orElseThrow();
    SampleSights mistaken =
        perfect()
            .notListed(PermissionCatalog.SITES_READ_ALL)
            .notConsented(PermissionCatalog.SITES_READ_ALL)
            .listingScope(twin);
    assertThat(excess(mistaken.sight())).isEmpty();
  }

  @Test
  void delegatedTwinBesideTheRightOneIsInExcess() {
    UUID twin = DelegatedTwins.scopeOf(PermissionCatalog.SITES_READ_ALL).orElseThrow();
    assertThat(excess(perfect().listingScope(twin).grantingScopes("Sites.Read.All").sight()))
        .extracting(ExcessPermission::type)
        .containsOnly(PermissionType.DELEGATED);
  }

  @Test
  void optionalPermissionSaysWhatItIsUsedFor() {
    Sight sight = new Sight(Optional.of(Set.of("ReportSettings.Read.All")), AppRegistration.UNSEEN);
    ExcessPermission optional = excess(sight).get(0);
    assertThat(optional.usedFor()).contains("conceal names");
    assertThat(optional.remedy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MailboxSettings.Read",
        "Place.Read.All",
        "TeamsUserConfiguration.Read.All",
        "CallRecord-PstnCalls.Read.All",
        "ReportSettings.Read.All",
        "User-LifeCycleInfo.Read.All",
        "RoleManagement.Read.Directory",
        "Policy.Read.All"
      })
  void eachOptionalPermissionOfTheRulesIsAccepted(String name) {
    ExcessPermission optional =
        excess(new Sight(Optional.of(Set.of(name)), AppRegistration.UNSEEN)).get(0);
    assertThat(optional.access()).isEqualTo(ExcessPermission.Access.READ);
    assertThat(optional.usedFor()).isNotEmpty();
    assertThat(optional.remedy()).isEmpty();
    assertThat(optional.breaksReadOnly()).isFalse();
  }

  @Test
  void namesakeOfAnotherServiceIsNotOptional() {
    List<ExcessPermission> found =
        new ExcessJudge(assigned(OTHER_SERVICE, WRITE), service -> Map.of(WRITE, "Policy.Read.All"))
            .excess();
    assertThat(found)
        .hasSize(1)
        .allSatisfy(
            each -> {
              assertThat(each.usedFor()).isEmpty();
              assertThat(each.remedy()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "User.Read.All, READ",
    "Mail.ReadBasic.All, READ",
    "EntitlementManagement.Read.All, READ",
    "Policy.Read.ConditionalAccess, READ",
    "User.ReadWrite.All, WRITE",
    "Directory.AccessAsUser.All, WRITE",
    "Mail.Send, WRITE",
    "Sites.FullControl.All, WRITE",
    "Sites.Selected, WRITE",
    "DeviceManagementManagedDevices.PrivilegedOperations.All, WRITE",
    "full_access_as_app, WRITE"
  })
  void nameTellsWhatItAllows(String name, ExcessPermission.Access access) {
    assertThat(ExcessPermission.Access.of(name)).isEqualTo(access);
  }

  private Sight assigned(UUID service, UUID role) {
    AppRegistration seen = perfect().registration();
    List<Assignment> assignments = new ArrayList<>(seen.assignments().orElseThrow());
    assignments.add(new Assignment(service, "Service", role));
    return new Sight(
        Optional.of(Set.of()),
        new AppRegistration(
            seen.application(),
            false,
            seen.enterpriseApplication(),
            Optional.of(assignments),
            seen.grants(),
            seen.graphServiceId()));
  }

  private List<ExcessPermission> excess(Sight sight) {
    return new ExcessJudge(
            sight,
            service -> {
              asked.add(service);
              return service.equals(GRAPH_SERVICE)
                  ? Map.of(WRITE, "Directory.ReadWrite.All")
                  : Map.of();
            })
        .excess();
  }
}
