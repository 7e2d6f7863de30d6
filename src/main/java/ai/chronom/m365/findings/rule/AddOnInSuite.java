package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.util.List;

/** R09: an add-on or single product that the user's suite already contains. */
public final class AddOnInSuite implements Rule {
  static final About ABOUT =
      new About(
          "R09",
          "Add-on already in the suite",
          7,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new AddOns(inquiry, new OverlapFindings(inquiry, ABOUT));
  }

  private record AddOns(Inquiry inquiry, OverlapFindings findings) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      return findings.of(account, seat -> !seat.holding().kind().suite());
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
