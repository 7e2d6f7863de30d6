package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.util.List;

/** R14: a license for desktop apps alone that nobody activates or uses on a desktop. */
public final class UnusedDesktopApps implements Rule {
  static final About ABOUT =
      new About(
          "R14",
          "Desktop apps never activated",
          10,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_APPS,
          CollectionName.REPORT_ACTIVATIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Unused(inquiry);
  }

  private record Unused(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      if (!People.working(account) || !readable() || account.traces().apps() == null) {
        return List.of();
      }
      List<PaidSeat> seats =
          People.settled(
              account, inquiry, inquiry.thresholds().graceDays(), "APPS-ENT", "APPS-BUS");
      return seats.isEmpty() || DesktopUse.any(account, inquiry, inquiry.thresholds().desktopDays())
          ? List.of()
          : seats.stream().map(seat -> candidate(account, seat)).toList();
    }

    private Candidate candidate(Account account, PaidSeat seat) {
      Draft draft =
          Draft.of(inquiry, ABOUT, account, seat)
              .confidence(Confidence.MEDIUM, account)
              .removes(account, List.of(seat))
              .remedy(
                  "Ask whether the browser is enough. "
                      + new Remedies(inquiry).removal(account, List.of(seat)))
              .fact("License", seat.holding().name())
              .fact("Last activation", DesktopUse.lastActivation(account));
      draft.evidence().lastActivity(account);
      return draft.candidate();
    }

    private boolean readable() {
      return inquiry.sources().known(CollectionName.REPORT_APPS, CollectionName.REPORT_ACTIVATIONS);
    }

    @Override
    public Verdict verdict() {
      return readable()
          ? inquiry.verdict(List.of())
          : Verdict.notEvaluated(
              inquiry
                  .sources()
                  .gaps(CollectionName.REPORT_APPS, CollectionName.REPORT_ACTIVATIONS));
    }
  }
}
