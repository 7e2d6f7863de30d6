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
import ai.chronom.m365.scan.OneDrive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** R11: a suite with desktop apps for somebody who works in the browser and on the phone. */
public final class SmallerSuite implements Rule {
  static final About ABOUT =
      new About(
          "R11",
          "E3 where a smaller suite may do",
          9,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_APPS,
          CollectionName.REPORT_ACTIVATIONS,
          CollectionName.REPORT_MAILBOXES,
          CollectionName.REPORT_ONE_DRIVE,
          CollectionName.MANAGED_DEVICES);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int LONG_DAYS = 180;
  private static final long TERABYTE = 1L << 40;
  private static final CollectionName[] NEEDED = {
    CollectionName.REPORT_APPS,
    CollectionName.REPORT_ACTIVATIONS,
    CollectionName.REPORT_MAILBOXES,
    CollectionName.REPORT_ONE_DRIVE
  };

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Light(inquiry);
  }

  private record Light(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      if (!People.working(account) || !inquiry.sources().known(NEEDED) || !light(account)) {
        return List.of();
      }
      return People.settled(
              account, inquiry, inquiry.thresholds().graceDays(), "M365-E3", "O365-E3")
          .stream()
          .flatMap(seat -> smaller(account, seat).stream())
          .toList();
    }

    /** Everything that a smaller suite lacks is provably unused; what is unknown counts as used. */
    private boolean light(Account account) {
      MailboxState mailbox = MailboxState.of(account, inquiry);
      OneDrive drive = account.traces().oneDrive();
      boolean fits = drive == null || (drive.usedBytes() != null && drive.usedBytes() <= TERABYTE);
      boolean windows =
          account.traces().devices().stream()
              .anyMatch(
                  device ->
                      device.operatingSystem() != null
                          && device.operatingSystem().startsWith("Windows"));
      return account.traces().apps() != null
          && !DesktopUse.any(account, inquiry, LONG_DAYS)
          && mailbox.known()
          && mailbox.needsNothing()
          && fits
          && !windows;
    }

    private Optional<Candidate> smaller(Account account, PaidSeat seat) {
      List<Holding> target = new ArrayList<>();
      inquiry.holdings().offer("STANDARDPACK").ifPresent(target::add);
      boolean whole = seat.holding().family().equals("M365-E3");
      if (whole) {
        inquiry.holdings().offer("EMS").ifPresent(target::add);
      }
      BigDecimal price =
          target.stream().map(Holding::unitAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean complete = target.size() == (whole ? 2 : 1);
      return complete && price.compareTo(seat.holding().unitAmount()) < 0
          ? Optional.of(candidate(account, seat, target))
          : Optional.empty();
    }

    private Candidate candidate(Account account, PaidSeat seat, List<Holding> target) {
      String names = target.stream().map(Holding::name).collect(Collectors.joining(" + "));
      Draft draft =
          Draft.of(inquiry, ABOUT, account, seat)
              .confidence(Confidence.MEDIUM, account)
              .replaces(account, seat, target.stream().map(Holding::id).toList())
              .remedy("Assign " + names + " instead, after asking the person.")
              .blocker("Check for a phone number and for Access or Publisher first.")
              .fact("From", seat.holding().name())
              .fact("To", names)
              .fact("Desktop apps", "not in 180 days")
              .fact("Last activation", DesktopUse.lastActivation(account));
      draft.evidence().lastActivity(account);
      return draft.candidate();
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.sources().gaps(NEEDED));
      return inquiry.sources().known(NEEDED)
          ? inquiry.verdict(inquiry.sources().gaps(CollectionName.MANAGED_DEVICES))
          : Verdict.notEvaluated(gaps);
    }
  }
}
