package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** R34: seats of products that Microsoft has retired or gives away in another form. */
public final class RetiredProducts implements Rule {
  static final About ABOUT =
      new About(
          "R34",
          "Retired product, or a free alternative",
          10,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int FREE_ROOMS = 25;
  private static final Set<String> RETIRED = Set.of("VIVA-TOPICS", "VIVA-GOALS", "TEAMS-ADVCOMM");
  private static final Set<String> OLD_ROOMS = Set.of("ROOMS-STD", "ROOMS-PREM");
  private static final Set<String> OLD_SUITES = Set.of("STANDARDWOFFPACK", "ENTERPRISEWITHSCAL");

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Retired(inquiry);
  }

  private record Retired(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      return account.seats().stream()
          .filter(seat -> RETIRED.contains(seat.holding().family()))
          .map(
              seat ->
                  new Draft(inquiry, ABOUT, seat.holding().id().toString(), seat.holding().name())
                      .confidence(Confidence.LOW)
                      .removes(account, List.of(seat))
                      .remedy("Microsoft has retired this product: remove it and end the purchase.")
                      .candidate())
          .toList();
    }

    @Override
    public List<Candidate> conclude() {
      List<Candidate> found = new ArrayList<>();
      int rooms = 0;
      for (Holding holding : inquiry.holdings().all()) {
        boolean old =
            OLD_ROOMS.contains(holding.family())
                || OLD_SUITES.contains(holding.bought().partNumber());
        if (holding.paid() && old && holding.bought().enabledUnits() > 0) {
          found.add(
              advice(holding, "No longer sold under this name: choose its successor at renewal."));
        }
        rooms += holding.family().equals("ROOMS-PRO") ? holding.bought().consumedUnits() : 0;
      }
      if (rooms > 0 && rooms <= FREE_ROOMS) {
        inquiry.holdings().all().stream()
            .filter(holding -> holding.paid() && holding.family().equals("ROOMS-PRO"))
            .map(
                holding ->
                    advice(
                        holding,
                        "Up to 25 rooms may use Teams Rooms Basic for nothing, with fewer features:"
                            + " check which rooms need Pro."))
            .forEach(found::add);
      }
      return found;
    }

    private Candidate advice(Holding holding, String remedy) {
      return new Draft(inquiry, ABOUT, "product " + holding.id(), holding.name())
          .confidence(Confidence.LOW)
          .advice()
          .remedy(remedy)
          .fact("Bought", String.valueOf(holding.bought().enabledUnits()))
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
