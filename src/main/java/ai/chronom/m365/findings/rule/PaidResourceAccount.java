package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.TeamsUser;
import java.util.List;

/** R31: a phone application's account on a license that people pay for. */
public final class PaidResourceAccount implements Rule {
  static final About ABOUT =
      new About(
          "R31",
          "Resource account on a paid license",
          10,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.TEAMS_USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Applications(inquiry);
  }

  private static final class Applications implements Inspection {
    private final Inquiry inquiry;
    private boolean guessed;

    Applications(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> judge(Account account) {
      List<PaidSeat> seats =
          account.seats().stream()
              .filter(
                  seat ->
                      seat.holding().kind().suite()
                          || seat.holding().family().equals("TEAMS-PHONE"))
              .toList();
      if (account.identity().kind() != IdentityClass.RESOURCE_ACCOUNT || seats.isEmpty()) {
        return List.of();
      }
      boolean licensed =
          account.allSeats().stream()
              .anyMatch(seat -> seat.holding().family().equals("TEAMS-PHONE-RA"));
      TeamsUser teams = account.traces().optional().teams();
      boolean sure = licensed || (teams != null && teams.resourceAccount());
      guessed |= !sure;
      return List.of(
          Draft.of(inquiry, ABOUT, account)
              .confidence(sure ? Confidence.HIGH : Confidence.LOW)
              .removes(account, seats)
              .remedy(
                  "An auto attendant or call queue needs a Teams Phone Resource Account license,"
                      + " which costs nothing. "
                      + new Remedies(inquiry).removal(account, seats))
              .blocker("Keep a calling plan when it forwards calls to outside numbers.")
              .fact("Account class", account.identity().why())
              .candidate());
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(
          guessed ? inquiry.sources().gaps(CollectionName.TEAMS_USERS) : List.of());
    }
  }
}
