package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.PremiumInsight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** R19: more units of Entra ID P2 than people who need them, or fewer than the terms ask for. */
public final class EntraPremiumUse implements Rule {
  static final About ABOUT =
      new About(
          "R19",
          "Entra ID P1 and P2 in use",
          11,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.PREMIUM_INSIGHT,
          CollectionName.ACCESS_POLICIES);

  private static final String P2 = "ENTRA-P2";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Premium(inquiry);
  }

  private record Premium(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> conclude() {
      List<Candidate> found = new ArrayList<>();
      insight()
          .ifPresent(
              counts -> {
                surplus(counts, found);
                Long p1 = counts.entitledP1();
                Long p2 = counts.entitledP2();
                shortage("P2", p2, counts.usedP2(), counts).ifPresent(found::add);
                // Who has P2 has P1.
                Long either = p1 == null || p2 == null ? null : Long.valueOf(p1 + p2);
                shortage("P1", either, counts.usedP1(), counts).ifPresent(found::add);
              });
      return found;
    }

    /** Nobody's word for it that preview data may be used is a no. */
    private Optional<PremiumInsight> insight() {
      return inquiry.thresholds().says(Threshold.PREVIEW_DATA)
              && inquiry.sources().known(CollectionName.PREMIUM_INSIGHT)
          ? inquiry.snapshot().inventory().premiumInsight()
          : Optional.empty();
    }

    /** Units of a suite stay with the suite: only those bought alone can go. */
    private void surplus(PremiumInsight counts, List<Candidate> found) {
      Long entitled = counts.entitledP2();
      Long used = counts.usedP2();
      if (entitled == null || used == null) {
        return;
      }
      long unused = entitled - used;
      List<Holding> alone =
          inquiry.holdings().all().stream()
              .filter(one -> one.paid() && one.running() && one.purchased() > 0)
              .filter(one -> one.family().equals(P2))
              .sorted(Comparator.comparing(Holding::id))
              .toList();
      for (Holding holding : alone) {
        long buffer = inquiry.thresholds().buffer(holding.id(), holding.purchased());
        int count = (int) Math.min(holding.purchased(), unused - buffer);
        if (count > 0) {
          unused -= count;
          found.add(tooMany(holding, count, counts));
        }
      }
    }

    private Candidate tooMany(Holding holding, int count, PremiumInsight counts) {
      return facts(
              new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
                  .units(holding.id(), count)
                  .remedy(
                      "Ask who owns identity whether policies by risk or Privileged Identity"
                          + " Management shall cover more people. If not, assign Entra ID P1 instead,"
                          + " or nothing, and lower the quantity at the renewal.")
                  .blocker(
                      "Administrators who activate their roles need P2, and are not in these"
                          + " counts."),
              counts)
          .candidate();
    }

    private Optional<Candidate> shortage(
        String plan, @Nullable Long entitled, @Nullable Long used, PremiumInsight counts) {
      return entitled == null || used == null || used <= entitled
          ? Optional.empty()
          : Optional.of(
              facts(
                      new Draft(inquiry, ABOUT, "shortage-" + plan, "Entra ID " + plan)
                          .remedy(
                              used
                                  + " people use features of Entra ID "
                                  + plan
                                  + ", and there are licenses for "
                                  + entitled
                                  + ": no saving, but a breach of the terms. Buy what is missing,"
                                  + " or narrow the policies."),
                      counts)
                  .candidate());
    }

    private static Draft facts(Draft draft, PremiumInsight counts) {
      draft.confidence(Confidence.LOW).advice();
      fact(draft, "Entitled to P2", counts.entitledP2());
      fact(draft, "People under risk-based access", counts.usedP2());
      fact(draft, "Entitled to P1", counts.entitledP1());
      fact(draft, "People under Conditional Access", counts.usedP1());
      return draft;
    }

    private static void fact(Draft draft, String label, @Nullable Long count) {
      if (count != null) {
        draft.fact(label, count.toString());
      }
    }

    @Override
    public Verdict verdict() {
      if (!inquiry.thresholds().says(Threshold.PREVIEW_DATA)) {
        return Verdict.notEvaluated(List.of(new Gap("preview-off", "premium-insight")));
      }
      List<Gap> gaps = new ArrayList<>(inquiry.sources().gaps(CollectionName.PREMIUM_INSIGHT));
      if (gaps.isEmpty() && inquiry.snapshot().inventory().premiumInsight().isEmpty()) {
        gaps.add(new Gap("endpoint-error", "premium-insight"));
      }
      gaps.addAll(inquiry.productGaps());
      if (!gaps.isEmpty()) {
        return Verdict.notEvaluated(gaps);
      }
      return Verdict.missing(inquiry.sources().gaps(CollectionName.ACCESS_POLICIES));
    }
  }
}
