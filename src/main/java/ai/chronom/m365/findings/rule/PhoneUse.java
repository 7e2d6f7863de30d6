package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.PhoneCall;
import ai.chronom.m365.scan.TeamsUse;
import ai.chronom.m365.scan.TeamsUser;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody telephones, by the best that can be read: the phone settings of Teams and the
 * log of calls where the tenant has granted them, else the calls that Teams counts.
 */
record PhoneUse(Account account, Inquiry inquiry) {
  static final Set<String> FAMILIES =
      Set.of(
          "TEAMS-PHONE",
          "PHONE+CALLPLAN",
          "CALLPLAN-120",
          "CALLPLAN-240",
          "CALLPLAN-DOM",
          "CALLPLAN-INTL");
  private static final String PLAN = "CALLPLAN-";
  private static final String ABROAD = "CALLPLAN-INTL";
  private static final String DOMESTIC_PART = "MCOPSTN1";

  /**
   * Why a seat may go.
   *
   * @param instead what takes its place; null when nothing does
   */
  record Spare(Confidence confidence, String why, @Nullable Holding instead) {
    static Optional<Spare> of(Confidence confidence, String why) {
      return Optional.of(new Spare(confidence, why, null));
    }
  }

  Optional<Spare> of(PaidSeat seat) {
    boolean plan = seat.holding().family().startsWith(PLAN);
    if (unreachable(plan)) {
      return Spare.of(
          plan ? Confidence.MEDIUM : Confidence.HIGH,
          "Teams knows no phone number and no shared line of this account. ");
    }
    if (plan && known(CollectionName.PSTN_CALLS)) {
      return ofPlan(seat);
    }
    if (known(CollectionName.PSTN_CALLS) && known(CollectionName.DIRECT_CALLS)) {
      return account.traces().optional().calls().isEmpty()
          ? Spare.of(
              Confidence.LOW,
              "A phone number, but no call to or from the telephone network in 90 days: ask first. ")
          : Optional.empty();
    }
    return noCallInTeams() ? Spare.of(Confidence.LOW, uncertain()) : Optional.empty();
  }

  /** A plan needs a number; Teams Phone may also serve somebody whose line is set up but now. */
  private boolean unreachable(boolean plan) {
    TeamsUser teams = account.traces().optional().teams();
    return known(CollectionName.TEAMS_USERS)
        && (teams == null || (!teams.reachable() && (plan || !teams.voice())));
  }

  private Optional<Spare> ofPlan(PaidSeat seat) {
    boolean calls =
        account.traces().optional().calls().stream().anyMatch(call -> call.kind().paidByPlan());
    if (!calls) {
      return Spare.of(
          Confidence.MEDIUM,
          "No call by this plan in 90 days; for rare calls, a pay-as-you-go plan does. ");
    }
    boolean abroad =
        account.traces().optional().calls().stream()
            .anyMatch(call -> call.kind() == PhoneCall.Kind.PLAN_ABROAD);
    return seat.holding().family().equals(ABROAD) && !abroad
        ? inquiry
            .holdings()
            .offer(DOMESTIC_PART)
            .filter(plan -> plan.unitAmount().compareTo(seat.holding().unitAmount()) < 0)
            .map(
                plan ->
                    new Spare(
                        Confidence.MEDIUM,
                        "No call abroad in 90 days: assign " + plan.name() + " instead. ",
                        plan))
        : Optional.empty();
  }

  private boolean noCallInTeams() {
    TeamsUse use = account.traces().teams();
    return known(CollectionName.REPORT_TEAMS)
        && use != null
        && use.calls() != null
        && use.calls() == 0;
  }

  private String uncertain() {
    return known(CollectionName.TEAMS_USERS)
        ? "A phone number, but no call in Teams in 90 days: ask first. "
        : "No call in 90 days; whether a number is assigned cannot be seen here: check first. ";
  }

  private boolean known(CollectionName name) {
    return inquiry.sources().known(name);
  }
}
