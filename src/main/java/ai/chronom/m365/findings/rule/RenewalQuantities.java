package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PoolSkus;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** R02: how many units to order at the renewals that come up. */
public final class RenewalQuantities implements Rule {
  static final About ABOUT =
      new About(
          "R02",
          "Renewal quantities",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS,
          CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int SOON_DAYS = 90;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Renewals(inquiry);
  }

  private record Renewals(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> plan(List<SkuLine> lines) {
      PoolSkus pool = new PoolSkus(inquiry);
      return inquiry.purchaseGaps().isEmpty()
          ? lines.stream()
              .flatMap(
                  line ->
                      inquiry.holdings().find(line.skuId()).stream()
                          .filter(pool::spareCounts)
                          .flatMap(holding -> renewal(holding, line).stream()))
              .toList()
          : List.of();
    }

    private Optional<Candidate> renewal(Holding holding, SkuLine line) {
      List<Subscription> due = holding.subscriptions().stream().filter(this::due).toList();
      int atStake = due.stream().mapToInt(Subscription::totalLicenses).sum();
      int drop = Math.min(atStake, line.drop());
      return drop > 0 ? Optional.of(candidate(holding, due, drop)) : Optional.empty();
    }

    /** Trials and lapsed purchases have no renewal. */
    private boolean due(Subscription one) {
      Instant next = one.nextLifecycle();
      return !one.trial()
          && one.status().equals("Enabled")
          && next != null
          && !next.isBefore(inquiry.now())
          && !next.isAfter(inquiry.now().plus(Duration.ofDays(SOON_DAYS)));
    }

    private Candidate candidate(Holding holding, List<Subscription> due, int drop) {
      boolean partner = due.stream().anyMatch(one -> one.ownerTenantId() != null);
      Draft draft =
          new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
              .advice()
              .units(holding.id(), drop)
              .remedy(
                  "Act on the findings about seats of this product first, then order "
                      + drop
                      + " fewer. "
                      + (partner
                          ? "It was bought through a partner: ask the partner for it."
                          : "Microsoft 365 admin center > Billing > Your products."));
      int left = drop;
      List<Subscription> nearest =
          due.stream()
              .sorted(
                  Comparator.comparing(
                          (Subscription one) -> Objects.requireNonNull(one.nextLifecycle()))
                      .thenComparing(Subscription::subscriptionId))
              .toList();
      for (Subscription one : nearest) {
        int less = Math.min(left, one.totalLicenses());
        left -= less;
        draft.fact(
            "Order on "
                + LocalDate.ofInstant(Objects.requireNonNull(one.nextLifecycle()), ZoneOffset.UTC)
                + " ("
                + one.subscriptionId()
                + ")",
            (one.totalLicenses() - less) + " instead of " + one.totalLicenses());
      }
      return draft.candidate();
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.purchaseGaps());
      if (!gaps.isEmpty()) {
        return Verdict.notEvaluated(gaps);
      }
      return inquiry.verdict(
          List.of(new Gap("not-enough-history", "the peak of the last 90 days")));
    }
  }
}
