package ai.chronom.m365;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plain JUnit tests on purpose: some Surefire versions skip ArchUnit's own test fields silently.
 */
class ArchitectureTest {
  private static final String ROOT = "ai.chronom.m365";
  private static final FloorPlan PLAN = new FloorPlan(ROOT);
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("ai.chronom.broken");

  static Set<String> rooms() {
    return FloorPlan.MAY_USE.keySet();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void roomKnowsOnlyItsNeighbors(String room) {
    PLAN.knowsOnlyItsNeighbors(room).check(HOUSE);
  }

  @Test
  void everyPackageIsOnThePlan() {
    Set<String> built =
        HOUSE.stream()
            .map(type -> type.getPackageName())
            .filter(name -> !name.equals(ROOT))
            .map(name -> name.substring(ROOT.length() + 1).split("[.]")[0])
            .collect(Collectors.toSet());
    assertThat(FloorPlan.MAY_USE.keySet()).containsAll(built);
  }

  @Test
  void packagesFormNoRing() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void nobodyInsideKnowsTheDoors() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "..web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "..web..")
        .check(HOUSE);
  }

  @Test
  void onlyTheVaultTouchesCryptography() {
    PLAN.onlyRoomThatUses(
            "vault", "javax.crypto..", "com.google.crypto.tink..", "org.bouncycastle..")
        .check(HOUSE);
  }

  @Test
  void onlyGraphSpeaksHttp() {
    PLAN.onlyRoomThatUses(
            "graph", "java.net.http..", "jakarta.ws.rs.client..", "okhttp3..", "com.microsoft..")
        .check(HOUSE);
  }

  @Test
  void onlyIdentityReadsTokensOfPeople() {
    PLAN.onlyRoomThatUses("identity", "com.nimbusds..").check(HOUSE);
  }

  @Test
  void onlyGraphRevealsSecrets() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".graph..")
        .should()
        .accessTargetWhere(named("ClientSecret", "reveal").or(named("CertificateKey", "reveal")))
        .check(HOUSE);
  }

  /** Whoever lists tenants asks for those that the caller sees (ADR 115). */
  @Test
  void onlyWhatTheCallerSeesIsListed() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Sight")
        .and()
        .doNotHaveSimpleName("TenantStories")
        .should()
        .accessTargetWhere(named("Tenants", "all"))
        .check(HOUSE);
  }

  @Test
  void everyRestMethodSaysWhoMayCallIt() {
    restMethodsSayWhoMayCall().check(HOUSE);
  }

  /** The container refuses calls of an EJB's package-private methods only when they happen. */
  @Test
  void businessMethodsOfEjbsArePublic() {
    methods()
        .that()
        .areDeclaredInClassesThat(annotatedAsEjb())
        .and(describe("are called from outside", ArchitectureTest::calledFromOutside))
        .should()
        .bePublic()
        .check(HOUSE);
  }

  /** The server's proxies live in a package of their own and may not touch what is not public. */
  @Test
  void typesInBusinessMethodsOfEjbsArePublic() {
    methods()
        .that()
        .areDeclaredInClassesThat(annotatedAsEjb())
        .and()
        .arePublic()
        .should(speakInPublicTypes())
        .check(HOUSE);
  }

  @Test
  void timeComesFromAClock() {
    timeFromAClock().check(HOUSE);
  }

  @Test
  void fenceBitesANosyRoom() {
    assertThatThrownBy(
            () -> new FloorPlan("ai.chronom.broken").knowsOnlyItsNeighbors("tenant").check(BROKEN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Nosy");
  }

  @Test
  void fenceBitesAnOpenRestMethod() {
    assertThatThrownBy(() -> restMethodsSayWhoMayCall().check(BROKEN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("OpenResource");
  }

  @Test
  void fenceBitesTimeFromNowhere() {
    assertThatThrownBy(() -> timeFromAClock().check(BROKEN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("OpenResource");
  }

  private static ArchRule restMethodsSayWhoMayCall() {
    return methods()
        .that()
        .areMetaAnnotatedWith(HttpMethod.class)
        .should(sayWhoMayCall())
        .allowEmptyShould(true);
  }

  private static ArchRule timeFromAClock() {
    return noClasses()
        .should()
        .accessTargetWhere(
            describe(
                "the time of the machine",
                access ->
                    (access.getTarget().getName().equals("now")
                            && List.of(
                                    Instant.class,
                                    LocalDate.class,
                                    LocalDateTime.class,
                                    OffsetDateTime.class,
                                    ZonedDateTime.class)
                                .stream()
                                .anyMatch(access.getTarget().getOwner()::isEquivalentTo)
                            && !access.getDescription().contains(Clock.class.getName()))
                        || access
                            .getTarget()
                            .getFullName()
                            .startsWith("java.lang.System.currentTimeMillis")));
  }

  /** Unlike a call, an access also covers method references. */
  private static DescribedPredicate<JavaAccess<?>> named(String owner, String member) {
    return describe(
        owner + "." + member,
        access ->
            access.getTarget().getOwner().getSimpleName().equals(owner)
                && access.getTarget().getName().equals(member));
  }

  private static DescribedPredicate<JavaClass> annotatedAsEjb() {
    return describe(
        "are EJBs",
        type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class));
  }

  private static boolean calledFromOutside(JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.STATIC)
        && method.getAccessesToSelf().stream()
            .anyMatch(access -> !access.getOriginOwner().equals(method.getOwner()));
  }

  private static ArchCondition<JavaMethod> speakInPublicTypes() {
    return new ArchCondition<>("take and return public types") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .map(JavaClass::getBaseComponentType)
            .filter(type -> type.getPackageName().startsWith(ROOT))
            .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " uses " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaMethod> sayWhoMayCall() {
    return new ArchCondition<>(
        "carry @RolesAllowed, @PermitAll or @DenyAll, or have it on the class") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
                .anyMatch(a -> method.isAnnotatedWith(a) || method.getOwner().isAnnotatedWith(a));
        if (!said) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }
}
