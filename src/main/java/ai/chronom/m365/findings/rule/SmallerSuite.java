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
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.OneDrive;
import ai.chronom.m365.scan.TeamsUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
          CollectionName.MANAGED_DEVICES,
          CollectionName.TEAMS_USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int LONG_DAYS = 180;
  private static final long TERABYTE = 1L << 40;
  // Frontline plans hold 2 GB; ten percent less, so that nobody is full at once.
  private static final long FRONTLINE_BYTES = (long) (1.8 * MailboxState.GIGABYTE);
  private static final String[] LARGE = {"M365-E3", "O365-E3"};
  private static final Map<String, String> FRONTLINE =
      Map.of("M365-E3", "SPE_F1", "O365-E3", "DESKLESSPACK", "O365-E1", "DESKLESSPACK");
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
      if (!People.working(account) || !inquiry.sources().known(NEEDED)) {
        return List.of();
      }
      int days = inquiry.thresholds().graceDays();
      List<Candidate> found = new ArrayList<>();
      if (light(account)) {
        for (PaidSeat seat : People.settled(account, inquiry, days, LARGE)) {
          smaller(account, seat).ifPresent(found::add);
        }
        if (frontline(account)) {
          String[] families = FRONTLINE.keySet().toArray(String[]::new);
          for (PaidSeat seat : People.settled(account, inquiry, days, families)) {
            frontline(account, seat).ifPresent(found::add);
          }
        }
      }
      if (MailboxState.of(account, inquiry).absent()) {
        for (PaidSeat seat : People.settled(account, inquiry, days, "M365-F3")) {
          withoutMail(account, seat).ifPresent(found::add);
        }
      }
      return found;
    }

    /** Everything that a smaller suite lacks is provably unused; what is unknown counts as used. */
    private boolean light(Account account) {
      MailboxState mailbox = MailboxState.of(account, inquiry);
      boolean windows =
          account.traces().devices().stream()
              .anyMatch(
                  device ->
                      device.operatingSystem() != null
                          && device.operatingSystem().startsWith("Windows"));
      TeamsUser teams = account.traces().optional().teams();
      return account.traces().apps() != null
          && (teams == null || !teams.reachable())
          && !DesktopUse.any(account, inquiry, LONG_DAYS)
          && mailbox.known()
          && mailbox.needsNothing()
          && filesWithin(account, TERABYTE)
          && !windows;
    }

    private static boolean filesWithin(Account account, long limit) {
      OneDrive drive = account.traces().oneDrive();
      return drive == null || (drive.usedBytes() != null && drive.usedBytes() <= limit);
    }

    /** Little mail and few files, and works away from a desk, as far as the admin told. */
    private boolean frontline(Account account) {
      boolean attested = inquiry.lists().has(PeopleList.FRONTLINE, account.user());
      boolean nobodyAsked = !inquiry.lists().people().containsKey(PeopleList.FRONTLINE);
      return (attested || nobodyAsked)
          && !MailboxState.of(account, inquiry).atLeast(FRONTLINE_BYTES + 1)
          && filesWithin(account, FRONTLINE_BYTES);
    }

    private Optional<Candidate> smaller(Account account, PaidSeat seat) {
      List<Holding> target = new ArrayList<>();
      inquiry.holdings().offer("STANDARDPACK").ifPresent(target::add);
      boolean whole = seat.holding().family().equals("M365-E3");
      if (whole) {
        inquiry.holdings().offer("EMS").ifPresent(target::add);
      }
      return target.size() == (whole ? 2 : 1)
          ? cheaper(account, seat, target)
              .map(
                  look ->
                      candidate(account, seat, target, Confidence.MEDIUM, "")
                          .look(look)
                          .remedy("Assign " + names(target) + " instead, after asking the person.")
                          .candidate())
          : Optional.empty();
    }

    private Optional<Candidate> frontline(Account account, PaidSeat seat) {
      boolean attested = inquiry.lists().has(PeopleList.FRONTLINE, account.user());
      return inquiry
          .holdings()
          .offer(Objects.requireNonNull(FRONTLINE.get(seat.holding().family())))
          .flatMap(
              plan ->
                  cheaper(account, seat, List.of(plan))
                      .map(
                          look ->
                              candidate(
                                      account,
                                      seat,
                                      List.of(plan),
                                      attested ? Confidence.MEDIUM : Confidence.LOW,
                                      " frontline")
                                  .look(look)
                                  .remedy(
                                      "Assign "
                                          + plan.name()
                                          + " instead. Microsoft allows it for frontline workers"
                                          + " only, on a shared device or a small screen.")
                                  .fact(
                                      "Frontline worker",
                                      attested ? "on the admin's list" : "nobody said so yet")
                                  .candidate()));
    }

    /** The smallest plan has no mailbox at all: whoever has one would lose its content. */
    private Optional<Candidate> withoutMail(Account account, PaidSeat seat) {
      return inquiry
          .holdings()
          .offer("M365_F1_COMM")
          .flatMap(
              plan ->
                  cheaper(account, seat, List.of(plan))
                      .map(
                          look ->
                              candidate(account, seat, List.of(plan), Confidence.LOW, " no mail")
                                  .look(look)
                                  .remedy(
                                      "Assign "
                                          + plan.name()
                                          + " instead, which has no mailbox and no apps to edit"
                                          + " with.")
                                  .fact("Mailbox", "none")
                                  .candidate()));
    }

    /** What to look at first; empty when it is not cheaper, or something would break. */
    private Optional<List<String>> cheaper(Account account, PaidSeat seat, List<Holding> target) {
      BigDecimal price =
          target.stream().map(Holding::unitAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
      return price.compareTo(seat.holding().unitAmount()) < 0
          ? new Needs(inquiry.ladder()).afterwards(account, List.of(seat), target)
          : Optional.empty();
    }

    private static String names(List<Holding> target) {
      return target.stream().map(Holding::name).collect(Collectors.joining(" + "));
    }

    private Draft candidate(
        Account account,
        PaidSeat seat,
        List<Holding> target,
        Confidence confidence,
        String variant) {
      Draft draft =
          new Draft(
                  inquiry,
                  ABOUT,
                  account.user().id() + " " + seat.holding().id() + variant,
                  account.user().userPrincipalName())
              .confidence(confidence, account)
              .replaces(account, seat, target.stream().map(Holding::id).toList())
              .blockers(PhoneNumber.check(account, inquiry))
              .blocker("Check for Access and Publisher first.")
              .fact("From", seat.holding().name())
              .fact("To", names(target));
      if (!seat.holding().family().equals("M365-F3")) {
        draft
            .fact("Desktop apps", "not in 180 days")
            .fact("Last activation", DesktopUse.lastActivation(account));
      }
      draft.evidence().lastActivity(account);
      return draft;
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
