package ai.chronom.m365.findings.web;

import ai.chronom.m365.findings.remedy.RemedyPlan;
import ai.chronom.m365.findings.remedy.RemedyPlans;
import ai.chronom.m365.findings.remedy.RemedyStep;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the finding that is open is carried out. */
@Named
@RequestScoped
public class RemedyView {
  /** A drawer is no list; the script has them all. */
  private static final int SHOWN = 25;

  @Inject AddressedTenant addressed;
  @Inject FindingsPage page;
  @Inject RemedyPlans plans;

  private @Nullable Optional<RemedyPlan> plan;

  /** Null when no finding is open or no snapshot is there. */
  public @Nullable RemedyPlan getPlan() {
    if (plan == null) {
      plan = Optional.ofNullable(page.getAddress().finding()).flatMap(this::read);
    }
    return plan.orElse(null);
  }

  private Optional<RemedyPlan> read(String finding) {
    try {
      return Optional.of(plans.of(addressed.id(), finding));
    } catch (Problem noSnapshot) {
      return Optional.empty();
    }
  }

  public List<RemedyStep> getSteps() {
    RemedyPlan found = getPlan();
    return found == null ? List.of() : found.steps().stream().limit(SHOWN).toList();
  }

  /** Seats that are not listed. */
  public int getMore() {
    RemedyPlan found = getPlan();
    return found == null ? 0 : found.steps().size() - getSteps().size() + found.more();
  }

  /** What to do about one seat, in the words of Microsoft's portals. */
  public List<String> ways(RemedyStep step) {
    List<String> ways = new ArrayList<>();
    if (!step.replacements().isEmpty()) {
      String names =
          step.replacements().stream()
              .map(RemedyStep.Product::name)
              .collect(Collectors.joining(", "));
      ways.add(Texts.of("findings_remedy.way.assign", names));
    }
    if (step.direct()) {
      ways.add(Texts.of("findings_remedy.way.direct"));
    }
    for (RemedyStep.AssigningGroup group : step.groups()) {
      ways.add(
          Texts.of(
              group.dynamic() ? "findings_remedy.way.dynamic" : "findings_remedy.way.group",
              group.name()));
    }
    return ways;
  }
}
