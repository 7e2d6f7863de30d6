package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** R36: products that somebody bought for a department alone. */
public final class SelfServicePurchases implements Rule {
  static final About ABOUT =
      new About(
          "R36",
          "Self-service purchase",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Purchases(inquiry);
  }

  private record Purchases(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> conclude() {
      return inquiry.holdings().all().stream()
          .filter(holding -> holding.paid() && selfService(holding))
          .filter(holding -> holding.bought().enabledUnits() > 0)
          .map(this::candidate)
          .toList();
    }

    private static boolean selfService(Holding holding) {
      String part = holding.bought().partNumber().toUpperCase(Locale.ROOT);
      return part.endsWith("_DEPT")
          || part.contains("FOR_DEPARTMENT")
          || part.contains("FOR DEPARTMENT");
    }

    private Candidate candidate(Holding holding) {
      Optional<Holding> company =
          inquiry.holdings().all().stream()
              .filter(other -> other.paid() && other.running() && !selfService(other))
              .filter(other -> other.family().equals(holding.family()))
              .filter(other -> !other.family().isEmpty() && other.spare() > 0)
              .max(Comparator.comparing(Holding::spare).thenComparing(Holding::id));
      Draft draft =
          new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
              .advice()
              .units(holding.id(), superfluous(holding, company))
              .remedy(
                  company
                      .map(
                          one ->
                              "The company has spare units of "
                                  + one.name()
                                  + ": assign these instead and cancel the purchase.")
                      .orElse("Take it over into the company's purchases, or end it."))
              .fact("Bought", String.valueOf(holding.bought().enabledUnits()))
              .fact("In use", String.valueOf(holding.bought().consumedUnits()));
      company.ifPresent(one -> draft.fact("Spare units of " + one.name(), one.spare() + ""));
      return draft.candidate();
    }

    /** What nobody uses, and whoever can move to a spare unit of the company. */
    private static int superfluous(Holding holding, Optional<Holding> company) {
      int spare = company.map(Holding::spare).orElse(0);
      int staying = Math.max(0, holding.bought().consumedUnits() - spare);
      return Math.max(0, holding.purchased() - staying);
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.productGaps());
      gaps.addAll(inquiry.purchaseGaps());
      return inquiry.snapshot().skus().isEmpty() && !gaps.isEmpty()
          ? Verdict.notEvaluated(gaps)
          : Verdict.missing(gaps);
    }
  }
}
