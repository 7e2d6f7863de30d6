package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.TeamsUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** R17: Teams add-ons for meetings and telephony that their holder does not use. */
public final class UnusedPhone implements Rule {
  static final About ABOUT =
      new About(
          "R17",
          "Teams Phone, Audio Conferencing or Teams Premium unused",
          10,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_TEAMS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final String[] PHONE = {
    "TEAMS-PHONE", "PHONE+CALLPLAN", "CALLPLAN-120", "CALLPLAN-240", "CALLPLAN-DOM", "CALLPLAN-INTL"
  };

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Unused(inquiry);
  }

  private static final class Unused implements Inspection {
    private final Inquiry inquiry;
    private boolean phones;

    Unused(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> judge(Account account) {
      TeamsUse use = account.traces().teams();
      if (use == null || !readable() || !People.working(account)) {
        return List.of();
      }
      List<Candidate> found = new ArrayList<>();
      if (none(use.meetingsOrganized())) {
        add(found, account, Confidence.MEDIUM, "No meeting organized in 90 days. ", "AUDIOCONF");
        if (none(use.meetingsAttended())) {
          add(found, account, Confidence.MEDIUM, "No meeting in 90 days. ", "TEAMS-PREM");
        }
      }
      phones |= account.seats().stream().anyMatch(Unused::phone);
      if (none(use.calls())) {
        add(
            found,
            account,
            Confidence.LOW,
            "No call in 90 days; whether a number is assigned cannot be seen here: check first. ",
            PHONE);
      }
      return found;
    }

    private static boolean phone(PaidSeat seat) {
      return Set.of(PHONE).contains(seat.holding().family());
    }

    private static boolean none(@Nullable Long count) {
      return count != null && count == 0;
    }

    private void add(
        List<Candidate> found,
        Account account,
        Confidence confidence,
        String why,
        String... families) {
      int days = inquiry.thresholds().phoneDays();
      for (PaidSeat seat : People.settled(account, inquiry, days, families)) {
        found.add(
            Draft.of(inquiry, ABOUT, account, seat)
                .confidence(confidence, account)
                .removes(account, List.of(seat))
                .remedy(why + new Remedies(inquiry).removal(account, List.of(seat)))
                .fact("License", seat.holding().name())
                .candidate());
      }
    }

    private boolean readable() {
      return inquiry.sources().known(CollectionName.REPORT_TEAMS);
    }

    @Override
    public Verdict verdict() {
      if (!readable()) {
        return Verdict.notEvaluated(inquiry.sources().gaps(CollectionName.REPORT_TEAMS));
      }
      return inquiry.verdict(
          phones
              ? List.of(
                  Gap.notCollected("teams-user-configurations"), Gap.notCollected("pstn-calls"))
              : List.of());
    }
  }
}
