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
import ai.chronom.m365.license.Sku;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.scan.CollectionName;
import java.util.List;
import java.util.stream.Collectors;

/** R27: an add-on that cannot work, because what it builds on is missing or switched off. */
public final class AddOnWithoutBase implements Rule {
  static final About ABOUT =
      new About(
          "R27",
          "Add-on without its base",
          6,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Orphans(inquiry);
  }

  private record Orphans(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      if (account.identity().kind().thing() || account.identity().kind().spared()) {
        return List.of();
      }
      // A product that we don't know may be the base.
      boolean unknown =
          account.allSeats().stream().anyMatch(seat -> seat.holding().kind() == SkuKind.UNKNOWN);
      return unknown
          ? List.of()
          : account.seats().stream()
              .filter(seat -> !seat.inError() && !Seats.fresh(List.of(seat), inquiry))
              .filter(seat -> orphan(seat, account))
              .map(seat -> candidate(account, seat))
              .toList();
    }

    private boolean orphan(PaidSeat seat, Account account) {
      List<PaidSeat> others =
          account.allSeats().stream().filter(other -> !other.equals(seat)).toList();
      return seat.holding()
          .known()
          .filter(sku -> !new Needs(inquiry.ladder()).met(sku, others))
          .isPresent();
    }

    private Candidate candidate(Account account, PaidSeat seat) {
      String needs =
          seat.holding().known().map(Sku::needs).stream()
              .flatMap(List::stream)
              .map(need -> need.replace("@", ""))
              .collect(Collectors.joining(" or "));
      Draft draft =
          Draft.of(inquiry, ABOUT, account, seat)
              .confidence(Confidence.MEDIUM, account)
              .removes(account, List.of(seat))
              .remedy(
                  "Give the user what it builds on, or take it away: alone it does nothing. "
                      + new Remedies(inquiry).removal(account, List.of(seat)))
              .fact("Add-on", seat.holding().name())
              .fact("Builds on", needs);
      // Microsoft widens the list of Copilot's bases from time to time.
      return seat.holding().family().equals("COPILOT")
          ? draft.confidence(Confidence.LOW).advice().candidate()
          : draft.candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
