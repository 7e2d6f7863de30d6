package ai.chronom.m365.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanLadderTest {
  private static final PlanLadder LADDER = PlanLadder.builtIn();

  private static final WorkedPairs WORKED = WorkedPairs.read();

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

  /** Whether one product contains another, worked out elsewhere from Microsoft's compositions. */
  @ParameterizedTest
  @MethodSource("pairs")
  void comesOutAsWorkedOut(WorkedPairs.Pair pair) {
    Set<PlanId> first = WORKED.products().get(pair.first());
    Set<PlanId> second = WORKED.products().get(pair.second());
    assertThat(LADDER.lost(first, second)).extracting(WORKED::name).isEqualTo(pair.lost());
    assertThat(first.stream().filter(plan -> !second.contains(plan)))
        .as("plans that are not there word for word")
        .hasSize(pair.missing());
  }

  static List<WorkedPairs.Pair> pairs() {
    return WORKED.pairs();
  }

  @Test
  void knowsTwentySevenWorkedPairs() {
    assertThat(WORKED.pairs()).hasSize(27);
    assertThat(WORKED.pairs()).filteredOn(pair -> pair.lost().isEmpty()).hasSize(26);
  }
}
