package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PoolSkus;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** R01: units that are paid and that nobody has, beyond a buffer. */
public final class UnassignedUnits implements Rule {
  static final About ABOUT =
      new About(
          "R01",
          "Unassigned licenses",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Spare(inquiry);
  }

  private record Spare(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> conclude() {
      PoolSkus pool = new PoolSkus(inquiry);
      return inquiry.holdings().all().stream()
          .filter(pool::spareCounts)
          .filter(holding -> holding.spare() > buffer(holding))
          .map(this::candidate)
          .toList();
    }

    private int buffer(Holding holding) {
      return inquiry.thresholds().buffer(holding.id(), holding.purchased());
    }

    private Candidate candidate(Holding holding) {
      int surplus = holding.spare() - buffer(holding);
      return new Candidate(
          ABOUT,
          holding.id().toString(),
          holding.name(),
          Confidence.HIGH,
          Candidate.Weight.CLAIM,
          List.of(),
          new Candidate.SpareUnits(holding.id(), surplus),
          remedy(holding, surplus),
          List.of(),
          new Evidence(inquiry)
              .fact("Bought", String.valueOf(holding.purchased()))
              .fact("In use", String.valueOf(holding.bought().consumedUnits()))
              .fact("Spare", String.valueOf(holding.spare()))
              .fact("Kept as buffer", String.valueOf(buffer(holding)))
              .of(ABOUT));
    }

    private String remedy(Holding holding, int surplus) {
      String next =
          holding.subscriptions().stream()
              .map(Subscription::nextLifecycle)
              .filter(Objects::nonNull)
              .min(Instant::compareTo)
              .map(date -> "at the renewal of " + LocalDate.ofInstant(date, ZoneOffset.UTC))
              .orElse("at the next renewal");
      return "Reuse these units before you buy any. Lower the quantity by "
          + surplus
          + " "
          + next
          + ": Microsoft 365 admin center > Billing > Your products.";
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.productGaps());
      if (inquiry.snapshot().skus().isEmpty() && !gaps.isEmpty()) {
        return Verdict.notEvaluated(gaps);
      }
      gaps.addAll(inquiry.purchaseGaps());
      PoolSkus pool = new PoolSkus(inquiry);
      inquiry.holdings().all().stream()
          .filter(holding -> holding.paid() && pool.held(holding))
          .forEach(
              holding -> gaps.add(new Gap("not-enough-history", holding.bought().partNumber())));
      return Verdict.missing(gaps);
    }
  }
}
