package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PurchaseTerm;
import ai.chronom.m365.findings.RenewalLine;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;

/** R37: units bought from month to month although they are needed all the time. */
public final class MonthlyPremium implements Rule {
  static final About ABOUT =
      new About(
          "R37",
          "Monthly premium on stable seats",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS);

  /** Fewer snapshots show no term. */
  private static final int SNAPSHOTS_LEAST = 3;

  /** From so many days on it is known that no season passed unseen. */
  private static final int SEASON_DAYS = 180;

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Monthly(inquiry);
  }

  private record Monthly(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> renew(List<RenewalLine> plan) {
      return remembers()
          ? plan.stream()
              .filter(line -> line.term() == PurchaseTerm.MONTHLY)
              .filter(line -> line.stable() > 0 && !line.seasonal())
              .map(this::candidate)
              .toList()
          : List.of();
    }

    private Candidate candidate(RenewalLine line) {
      Draft draft =
          new Draft(inquiry, ABOUT, line.subscriptionId(), line.product())
              .advice()
              // Microsoft shows no term: it is inferred from how the date moves.
              .confidence(line.stableDays() >= SEASON_DAYS ? Confidence.MEDIUM : Confidence.LOW)
              .remedy(
                  "Order "
                      + line.stable()
                      + " units for a year instead of by the month, after the findings about this"
                      + " product. "
                      + (line.partner() == null
                          ? "Microsoft 365 admin center > Billing > Your products."
                          : "It was bought through a partner: ask the partner for it."))
              .fact("Purchase", line.subscriptionId())
              .fact("Renews by the month, next", String.valueOf(line.renewsOn()))
              .fact("Units", String.valueOf(line.units()))
              .fact("Never fewer needed than", String.valueOf(line.stable()))
              .fact("Days watched", String.valueOf(line.stableDays()));
      if (line.premium() != null) {
        draft.fact(
            "Premium per month",
            line.premium().amount().toPlainString()
                + " "
                + line.premium().currency().getCurrencyCode());
      }
      return draft.candidate();
    }

    private boolean remembers() {
      return inquiry.history().days().size() + 1 >= SNAPSHOTS_LEAST;
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.purchaseGaps());
      if (!remembers()) {
        gaps.add(new Gap("not-enough-history", "three snapshots"));
      }
      return gaps.isEmpty() ? Verdict.missing(inquiry.productGaps()) : Verdict.notEvaluated(gaps);
    }
  }
}
