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
import ai.chronom.m365.scan.CopilotUse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** R15: a Copilot license that its holder does not use. */
public final class UnusedCopilot implements Rule {
  static final About ABOUT =
      new About(
          "R15",
          "Copilot unused",
          10,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_COPILOT);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int REMOVE_AFTER_DAYS = 60;
  private static final int FEW_DAYS = 3;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Unused(inquiry);
  }

  private record Unused(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      CopilotUse use = account.traces().copilot();
      if (use == null || !account.identity().kind().person() || !readable()) {
        return List.of();
      }
      return People.settled(account, inquiry, inquiry.thresholds().graceDays(), "COPILOT").stream()
          .flatMap(seat -> judge(account, seat, use).stream())
          .toList();
    }

    private Optional<Candidate> judge(Account account, PaidSeat seat, CopilotUse use) {
      boolean used =
          People.within(use.lastActive(), inquiry, inquiry.thresholds().copilotDays())
              || positive(use.activeDays())
              || positive(use.prompts());
      if (used) {
        Long days = use.activeDays();
        return days != null && days < FEW_DAYS
            ? Optional.of(train(account, seat, use))
            : Optional.empty();
      }
      boolean longEnough = !inquiry.within(seat.changedAt(), REMOVE_AFTER_DAYS);
      return longEnough ? Optional.of(remove(account, seat, use)) : Optional.empty();
    }

    private static boolean positive(@Nullable Long count) {
      return count != null && count > 0;
    }

    private Candidate remove(Account account, PaidSeat seat, CopilotUse use) {
      // The older shape of the report has a date only: half the evidence.
      boolean counted = use.activeDays() != null || use.prompts() != null;
      return draft(account, seat, use)
          .confidence(counted ? Confidence.HIGH : Confidence.MEDIUM, account)
          .removes(account, List.of(seat))
          .remedy(
              "Offer training once more, or give the license to somebody who waits for it. "
                  + new Remedies(inquiry).removal(account, List.of(seat)))
          .candidate();
    }

    private Candidate train(Account account, PaidSeat seat, CopilotUse use) {
      return draft(account, seat, use)
          .confidence(Confidence.LOW)
          .advice()
          .removes(account, List.of(seat))
          .remedy("Hardly used: train the person, or reassign the license.")
          .candidate();
    }

    private Draft draft(Account account, PaidSeat seat, CopilotUse use) {
      Draft draft =
          Draft.of(inquiry, ABOUT, account, seat)
              .fact("License", seat.holding().name())
              .fact(
                  "Last use of Copilot",
                  use.lastActive() == null ? "not in 90 days" : use.lastActive().toString());
      if (use.activeDays() != null) {
        draft.fact("Days with Copilot in the report's period", use.activeDays().toString());
      }
      return draft;
    }

    private boolean readable() {
      return inquiry.sources().known(CollectionName.REPORT_COPILOT);
    }

    @Override
    public Verdict verdict() {
      return readable()
          ? inquiry.verdict(List.of())
          : Verdict.notEvaluated(inquiry.sources().gaps(CollectionName.REPORT_COPILOT));
    }
  }
}
