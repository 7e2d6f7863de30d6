package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** R36: products that somebody bought for a department alone, or past the company's buyer. */
public final class SelfServicePurchases implements Rule {
  static final About ABOUT =
      new About(
          "R36",
          "Self-service purchase",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS);

  private static final int BUYERS_SHOWN = 5;

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Purchases(inquiry, Buyers.of(inquiry.holdings().all()));
  }

  private record Purchases(Inquiry inquiry, Buyers buyers) implements Inspection {
    @Override
    public List<Candidate> conclude() {
      return inquiry.holdings().all().stream()
          .filter(holding -> holding.paid() && holding.bought().enabledUnits() > 0)
          .filter(holding -> forDepartment(holding) || foreignUnits(holding) > 0)
          .map(this::candidate)
          .toList();
    }

    private static boolean forDepartment(Holding holding) {
      String part = holding.bought().partNumber().toUpperCase(Locale.ROOT);
      return part.endsWith("_DEPT")
          || part.contains("FOR_DEPARTMENT")
          || part.contains("FOR DEPARTMENT");
    }

    private int foreignUnits(Holding holding) {
      int bought = buyers.foreign(holding).stream().mapToInt(Subscription::totalLicenses).sum();
      return Math.min(holding.purchased(), bought);
    }

    /** All of it went past the company. */
    private boolean selfService(Holding holding) {
      return forDepartment(holding) || foreignUnits(holding) == holding.purchased();
    }

    private Candidate candidate(Holding holding) {
      Optional<Holding> company =
          inquiry.holdings().all().stream()
              .filter(other -> other.paid() && other.running() && !selfService(other))
              .filter(other -> !other.id().equals(holding.id()))
              .filter(other -> other.family().equals(holding.family()))
              .filter(other -> !other.family().isEmpty() && other.spare() > 0)
              .max(Comparator.comparing(Holding::spare).thenComparing(Holding::id));
      Draft draft =
          new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
              .confidence(forDepartment(holding) ? Confidence.HIGH : Confidence.MEDIUM)
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
      buyers(holding).ifPresent(ids -> draft.fact("Bought by another account", ids));
      return draft.candidate();
    }

    private Optional<String> buyers(Holding holding) {
      String ids =
          buyers.foreign(holding).stream()
              .flatMap(one -> Optional.ofNullable(one.ownerId()).stream())
              .distinct()
              .sorted()
              .limit(BUYERS_SHOWN)
              .collect(Collectors.joining(", "));
      return Optional.of(ids).filter(text -> !text.isEmpty());
    }

    /**
     * What nobody uses, and whoever can move to a spare unit of the company. Who sits on which
     * purchase of one product, nobody knows: there only units that are spare in any case count.
     */
    private int superfluous(Holding holding, Optional<Holding> company) {
      int spare = company.map(Holding::spare).orElse(0);
      int staying = Math.max(0, holding.bought().consumedUnits() - spare);
      int unneeded = Math.max(0, holding.purchased() - staying);
      return selfService(holding) ? unneeded : Math.min(foreignUnits(holding), unneeded);
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
