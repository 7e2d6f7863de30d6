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
import java.util.List;

/** R26: more seats in use than bought. */
public final class OverAssigned implements Rule {
  static final About ABOUT =
      new About("R26", "More seats in use than bought", 99, CollectionName.SUBSCRIBED_SKUS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Excess(inquiry);
  }

  private record Excess(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> plan(List<SkuLine> lines) {
      PoolSkus pool = new PoolSkus(inquiry);
      return lines.stream()
          .flatMap(
              line ->
                  inquiry.holdings().find(line.skuId()).stream()
                      .filter(holding -> holding.paid() && !pool.held(holding))
                      .filter(holding -> over(holding) > 0)
                      .map(holding -> candidate(holding, line)))
          .toList();
    }

    /** Units in warning still serve their users. */
    private static int over(Holding holding) {
      return holding.bought().consumedUnits()
          - holding.bought().enabledUnits()
          - holding.bought().warningUnits();
    }

    private Candidate candidate(Holding holding, SkuLine line) {
      int over = over(holding);
      int cured = Math.max(0, over - line.toBuy());
      return new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
          .advice()
          .remedy(remedy(over, cured))
          .fact("Bought", String.valueOf(holding.bought().enabledUnits()))
          .fact("In use", String.valueOf(holding.bought().consumedUnits()))
          .fact("Too many", String.valueOf(over))
          .fact("Cured by seats that other findings free", String.valueOf(cured))
          .fact("To buy", String.valueOf(over - cured))
          .candidate();
    }

    private static String remedy(int over, int cured) {
      String free =
          cured > 0 ? "Free " + cured + " seats by the other findings on this product first. " : "";
      return over > cured
          ? free + "Buy " + (over - cured) + " more, or take the license from somebody."
          : free + "Then nothing has to be bought.";
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = inquiry.productGaps();
      return inquiry.snapshot().skus().isEmpty() && !gaps.isEmpty()
          ? Verdict.notEvaluated(gaps)
          : Verdict.missing(gaps);
    }
  }
}
