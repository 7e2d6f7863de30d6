package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.TeamsUse;
import java.util.ArrayList;
import java.util.List;
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
          CollectionName.REPORT_TEAMS,
          CollectionName.TEAMS_USERS,
          CollectionName.PSTN_CALLS,
          CollectionName.DIRECT_CALLS);

  @Override
  public About about() {
    return ABOUT;
  }

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
      if (!People.working(account)) {
        return List.of();
      }
      List<Candidate> found = new ArrayList<>();
      TeamsUse use = account.traces().teams();
      if (use != null && readable() && none(use.meetingsOrganized())) {
        meetings(found, account, "No meeting organized in 90 days. ", "AUDIOCONF");
        if (none(use.meetingsAttended())) {
          meetings(found, account, "No meeting in 90 days. ", "TEAMS-PREM");
        }
      }
      phones(found, account);
      return found;
    }

    private static boolean none(@Nullable Long count) {
      return count != null && count == 0;
    }

    private void meetings(List<Candidate> found, Account account, String why, String family) {
      for (PaidSeat seat : settled(account, family)) {
        found.add(candidate(account, seat, new PhoneUse.Spare(Confidence.MEDIUM, why, null)));
      }
    }

    private void phones(List<Candidate> found, Account account) {
      PhoneUse use = new PhoneUse(account, inquiry);
      phones |=
          account.seats().stream()
              .anyMatch(seat -> PhoneUse.FAMILIES.contains(seat.holding().family()));
      for (PaidSeat seat : settled(account, PhoneUse.FAMILIES.toArray(String[]::new))) {
        use.of(seat).ifPresent(spare -> found.add(candidate(account, seat, spare)));
      }
    }

    private List<PaidSeat> settled(Account account, String... families) {
      return People.settled(account, inquiry, inquiry.thresholds().phoneDays(), families);
    }

    private Candidate candidate(Account account, PaidSeat seat, PhoneUse.Spare spare) {
      Draft draft =
          Draft.of(inquiry, ABOUT, account, seat)
              .confidence(spare.confidence(), account)
              .remedy(spare.why() + new Remedies(inquiry).removal(account, List.of(seat)))
              .fact("License", seat.holding().name());
      Holding instead = spare.instead();
      return (instead == null
              ? draft.removes(account, List.of(seat))
              : draft.replaces(account, seat, List.of(instead.id())).fact("To", instead.name()))
          .candidate();
    }

    private boolean readable() {
      return inquiry.sources().known(CollectionName.REPORT_TEAMS);
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.sources().gaps(CollectionName.REPORT_TEAMS));
      if (!readable() && !inquiry.sources().known(CollectionName.TEAMS_USERS)) {
        return Verdict.notEvaluated(gaps);
      }
      if (phones) {
        gaps.addAll(
            inquiry
                .sources()
                .gaps(
                    CollectionName.TEAMS_USERS,
                    CollectionName.PSTN_CALLS,
                    CollectionName.DIRECT_CALLS));
      }
      return inquiry.verdict(gaps);
    }
  }
}
