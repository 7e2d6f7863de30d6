package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Mailboxes;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.ScannedUser;
import java.util.ArrayList;
import java.util.List;

/** R07: a guest with a paid license that guests cannot use, or seldom need. */
public final class LicensedGuests implements Rule {
  static final About ABOUT =
      new About("R07", "Licensed guest", 3, CollectionName.SUBSCRIBED_SKUS, CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Guests(inquiry);
  }

  private record Guests(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      if (account.identity().kind() != IdentityClass.GUEST || convertedAccount(account)) {
        return List.of();
      }
      List<PaidSeat> useless = seats(account, true);
      List<PaidSeat> doubtful = seats(account, false);
      List<Candidate> found = new ArrayList<>();
      if (!useless.isEmpty()) {
        found.add(candidate(account, useless, Confidence.HIGH, account.user().id()));
      }
      if (!doubtful.isEmpty()) {
        found.add(candidate(account, doubtful, Confidence.LOW, account.user().id() + " review"));
      }
      return found;
    }

    /** A former member whose mailbox stayed here: the license may well be needed. */
    private boolean convertedAccount(Account account) {
      ScannedUser user = account.user();
      boolean readsMail = user.activity() != null && user.activity().exchange() != null;
      boolean homeHere =
          !user.userPrincipalName().contains("#EXT#") && user.externalUserState() == null;
      boolean mailbox =
          account.seats().stream()
              .anyMatch(seat -> Mailboxes.has(seat.effective(), inquiry.ladder()));
      return mailbox && (readsMail || homeHere);
    }

    /** Mail, desktop apps and Teams of the host are of no use to a guest. */
    private List<PaidSeat> seats(Account account, boolean workplace) {
      return Seats.personal(account).stream()
          .filter(seat -> !seat.holding().is(SkuTrait.GUEST_LEGAL))
          .filter(seat -> !Seats.fresh(List.of(seat), inquiry))
          .filter(seat -> Mailboxes.workplace(seat.effective(), inquiry.ladder()) == workplace)
          .toList();
    }

    private Candidate candidate(
        Account account, List<PaidSeat> seats, Confidence confidence, String key) {
      return new Candidate(
          ABOUT,
          key,
          account.user().userPrincipalName(),
          confidence,
          Candidate.Weight.CLAIM,
          Seats.removals(account, seats),
          null,
          "Ask why the guest has "
              + Remedies.names(seats)
              + ". "
              + new Remedies(inquiry).removal(account, seats),
          List.of(),
          new Evidence(inquiry).identity(account).lastActivity(account).of(ABOUT));
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
