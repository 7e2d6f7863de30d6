package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.ActivityState;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Sources;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** R05: an account that was given licenses and that nobody ever used. */
public final class NeverSignedIn implements Rule {
  static final About ABOUT =
      new About(
          "R05",
          "Never signed in",
          4,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_ACTIVE_USERS);

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
    private final Map<LocalDate, Integer> madePerDay = new HashMap<>();

    Unused(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public void notice(Account account) {
      rolloutDay(account).ifPresent(day -> madePerDay.merge(day, 1, Integer::sum));
    }

    /** The day that the account was made, when that is recent enough to be a rollout. */
    private Optional<LocalDate> rolloutDay(Account account) {
      Instant created = account.user().createdAt();
      return created != null && inquiry.within(created, inquiry.thresholds().rolloutDays())
          ? Optional.of(LocalDate.ofInstant(created, ZoneOffset.UTC))
          : Optional.empty();
    }

    /** Few accounts wait: from the tenth of a day on it is known to be a rollout. */
    @Override
    public boolean ready(Account account) {
      return !unused(account) || rolloutDay(account).isEmpty() || inRollout(account);
    }

    private boolean inRollout(Account account) {
      return rolloutDay(account)
          .filter(day -> madePerDay.getOrDefault(day, 0) >= inquiry.thresholds().rolloutAccounts())
          .isPresent();
    }

    @Override
    public List<Candidate> judge(Account account) {
      return unused(account) ? List.of(candidate(account)) : List.of();
    }

    private boolean unused(Account account) {
      List<PaidSeat> seats = Seats.personal(account);
      return account.user().accountEnabled()
          && !seats.isEmpty()
          && !exempt(account.identity().kind())
          && old(account, seats)
          && account.lastActivity().state(inquiry.now(), inquiry.thresholds().graceDays())
              == ActivityState.NEVER;
    }

    private static boolean exempt(IdentityClass kind) {
      return kind.thing() || kind.spared() || kind == IdentityClass.SERVICE;
    }

    private boolean old(Account account, List<PaidSeat> seats) {
      int days = inquiry.thresholds().graceDays();
      return account.user().createdAt() != null
          && !inquiry.within(account.user().createdAt(), days)
          && !inquiry.within(account.user().hiredAt(), days)
          && !Seats.fresh(seats, inquiry);
    }

    private Candidate candidate(Account account) {
      List<PaidSeat> seats = Seats.personal(account);
      return inRollout(account) ? rollout(account, seats) : single(account, seats);
    }

    private Candidate single(Account account, List<PaidSeat> seats) {
      boolean sure = account.lastActivity().signInsRead() && !account.identity().looksProtected();
      return new Candidate(
          ABOUT,
          account.user().id(),
          account.user().userPrincipalName(),
          sure ? Confidence.HIGH : Confidence.LOW,
          Candidate.Weight.CLAIM,
          Seats.removals(account, seats),
          null,
          "Ask whether the account is still wanted. "
              + new Remedies(inquiry).removal(account, seats),
          List.of(),
          new Evidence(inquiry)
              .day("Account made", account.user().createdAt())
              .lastActivity(account)
              .identity(account)
              .of(ABOUT));
    }

    private Candidate rollout(Account account, List<PaidSeat> seats) {
      String day = rolloutDay(account).map(LocalDate::toString).orElse("");
      return new Candidate(
          ABOUT,
          "rollout " + day,
          "Accounts made on " + day,
          Confidence.LOW,
          Candidate.Weight.CLAIM,
          Seats.removals(account, seats),
          null,
          "This looks like a rollout that has not begun. Assign the licenses when people start, not"
              + " when their accounts are made.",
          List.of(),
          new Evidence(inquiry).fact("Accounts made", "many on " + day).of(ABOUT));
    }

    @Override
    public Verdict verdict() {
      Sources sources = inquiry.sources();
      List<Gap> gaps = new ArrayList<>(sources.signIns().gaps());
      gaps.addAll(sources.activity().gaps());
      return sources.signIns().known() || sources.activity().known()
          ? inquiry.verdict(gaps)
          : Verdict.notEvaluated(gaps);
    }
  }
}
