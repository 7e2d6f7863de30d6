package ai.chronom.m365.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLadderTest {
  private static final PlanLadder LADDER = PlanLadder.builtIn();

  private static Set<PlanId> plans(String names) {
    return Stream.of(names.split(" "))
        .flatMap(name -> LADDER.named(name).stream())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE_S_STANDARD, EXCHANGE_S_ENTERPRISE",
    "EXCHANGE_S_ARCHIVE_ADDON, EXCHANGE_S_ENTERPRISE",
    "OFFICE_BUSINESS, OFFICESUBSCRIPTION",
    "AAD_PREMIUM, AAD_PREMIUM_P2",
    "SHAREPOINTDESKLESS, SHAREPOINTENTERPRISE",
    "MCOPSTN1, MCOPSTN2",
    "PROJECT_P1, PROJECT_PROFESSIONAL",
    "WINBIZ, WIN10_PRO_ENT_SUB",
    "MDE_LITE, WINDEFATP"
  })
  void aHigherStepMakesTheLowerSuperfluousAndNotTheOtherWayRound(String lower, String higher) {
    assertThat(LADDER.lost(plans(lower), plans(higher))).isEmpty();
    assertThat(LADDER.lost(plans(higher), plans(lower))).isNotEmpty();
  }

  @Test
  void reachesOverSeveralSteps() {
    PlanId top = new PlanId(new java.util.UUID(0, 1));
    PlanId middle = new PlanId(new java.util.UUID(0, 2));
    PlanId bottom = new PlanId(new java.util.UUID(0, 3));
    PlanLadder ladder =
        new PlanLadder(
            List.of(
                new ServicePlan(top, "TOP", "x", 30, Set.of(middle), true),
                new ServicePlan(middle, "MIDDLE", "x", 20, Set.of(bottom), true),
                new ServicePlan(bottom, "BOTTOM", "x", 10, Set.of(), true)));
    assertThat(ladder.closure(Set.of(top))).containsExactlyInAnyOrder(top, middle, bottom);
  }

  @Test
  void stubsAreNeverMissed() {
    assertThat(LADDER.lost(plans("EXCHANGE_S_FOUNDATION SWAY"), Set.of())).isEmpty();
  }

  @Test
  void anUnknownPlanCountsAndIsCoveredByItselfAlone() {
    PlanId unknown = new PlanId(new java.util.UUID(7, 7));
    assertThat(LADDER.lost(Set.of(unknown), plans("EXCHANGE_S_ENTERPRISE")))
        .containsExactly(unknown);
    assertThat(LADDER.lost(Set.of(unknown), Set.of(unknown))).isEmpty();
  }

  /** Holds the ladder against a table computed elsewhere, where it is at hand. */
  @Nested
  class WorkedPairs {
    private static final Path FACTS = Path.of("..", "shared", "facts", "licensing");
    private static final Path PAIRS = FACTS.resolve("containment-examples.csv");
    private static final Path PRODUCTS = FACTS.resolve("ms-product-names.csv");

    @Test
    void allComeOutAsWorkedOut() throws IOException {
      assumeTrue(Files.exists(PAIRS), "no table of worked pairs beside the project");
      Map<String, Set<PlanId>> products = compositions();
      for (NamedCsvRecord pair : rows(PAIRS)) {
        Set<PlanId> first = products.get(pair.getField("sku_a"));
        Set<PlanId> second = products.get(pair.getField("sku_b"));
        String names = pair.getField("sku_a") + " in " + pair.getField("sku_b");
        assertThat(LADDER.lost(first, second).isEmpty() ? "yes" : "no")
            .as(names)
            .isEqualTo(pair.getField("contained_with_ladder"));
        assertThat(first.stream().filter(plan -> !second.contains(plan)).count())
            .as(names)
            .isEqualTo(Long.parseLong(pair.getField("plans_of_a_missing_in_b_literally")));
      }
    }

    private static Map<String, Set<PlanId>> compositions() throws IOException {
      Map<String, Set<PlanId>> products = new HashMap<>();
      for (NamedCsvRecord row : rows(PRODUCTS)) {
        products
            .computeIfAbsent(row.getField("String_Id").strip(), any -> new HashSet<>())
            .add(PlanId.of(row.getField("Service_Plan_Id").strip()));
      }
      return products;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
      try (CsvReader<NamedCsvRecord> reader =
          CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
        return reader.stream().toList();
      }
    }
  }
}
