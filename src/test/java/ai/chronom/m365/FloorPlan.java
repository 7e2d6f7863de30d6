package ai.chronom.m365;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may know whom, bottom to top. A room can name only rooms declared before it, so there is no
 * ring by construction.
 */
record FloorPlan(String root) {
  static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    room("problem");
    room("tenant", "problem");
    room("permission", "problem");
    room("audit", "problem", "tenant");
    room("license", "problem", "audit");
    room("job", "problem", "tenant");
    room("vault", "problem", "tenant", "audit", "job");
    room("graph", "problem", "tenant", "permission", "license", "audit", "vault");
    // What an identity provider says about people; HTTP goes through graph's IdentityWire.
    room("identity", "problem", "audit", "graph");
    room("verification", "problem", "tenant", "permission", "audit", "job", "vault", "graph");
    room("onboarding", "problem", "tenant", "permission", "audit", "vault", "verification");
    room("scan", "problem", "tenant", "permission", "license", "audit", "job", "vault", "graph");
    room("findings", "problem", "tenant", "license", "audit", "job", "scan");
    room("report", "problem", "tenant", "license", "audit", "scan", "findings");
    // Above all that something can happen in; HTTP goes through graph's Poster.
    room(
        "notification",
        "problem",
        "tenant",
        "license",
        "audit",
        "job",
        "graph",
        "verification",
        "findings");
    room(
        "overview",
        "problem",
        "tenant",
        "permission",
        "license",
        "audit",
        "vault",
        "verification",
        "onboarding",
        "scan",
        "findings",
        "report");
    room("platform", "problem", "tenant", "audit", "vault", "identity");
  }

  private static void room(String name, String... mayUse) {
    if (!MAY_USE.keySet().containsAll(Set.of(mayUse))) {
      throw new IllegalArgumentException(name + " uses a room that comes later");
    }
    MAY_USE.put(name, Set.of(mayUse));
  }

  ArchRule knowsOnlyItsNeighbors(String room) {
    String[] known =
        Stream.concat(Stream.of(room), MAY_USE.get(room).stream())
            .map(name -> root + "." + name + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> outside = DescribedPredicate.not(resideInAPackage(root + ".."));
    return classes()
        .that()
        .resideInAPackage(root + "." + room + "..")
        .should()
        .onlyDependOnClassesThat(outside.or(resideInAnyPackage(known)))
        .because(room + " may use " + MAY_USE.get(room))
        .allowEmptyShould(true);
  }

  ArchRule onlyRoomThatUses(String room, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because("this belongs to " + room);
  }
}
