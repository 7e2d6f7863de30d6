package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.TeamsUse;
import ai.chronom.m365.scan.TeamsUser;
import java.util.List;
import java.util.Set;

/**
 * Whether an account has a phone number: by the phone settings of Teams where the tenant has
 * granted them, else by what hints at one.
 */
final class PhoneNumber {
  private static final Set<String> PHONE =
      Set.of(
          "TEAMS-PHONE",
          "PHONE+CALLPLAN",
          "CALLPLAN-120",
          "CALLPLAN-240",
          "CALLPLAN-DOM",
          "CALLPLAN-INTL",
          "CALLPLAN-PAYG");

  private PhoneNumber() {}

  /** It has one or shares one; where nobody can see that, it has a license for one, or calls. */
  static boolean possible(Account account, Inquiry inquiry) {
    if (inquiry.sources().known(CollectionName.TEAMS_USERS)) {
      TeamsUser teams = account.traces().optional().teams();
      return teams != null && teams.reachable();
    }
    TeamsUse use = account.traces().teams();
    Long calls = use == null ? null : use.calls();
    boolean calling =
        inquiry.sources().known(CollectionName.REPORT_TEAMS) && calls != null && calls > 0;
    boolean licensed =
        account.seats().stream().anyMatch(seat -> PHONE.contains(seat.holding().family()));
    return !inquiry.thresholds().says(Threshold.NO_TEAMS_PHONE) && (licensed || calling);
  }

  /** What to look at before a suite goes; nothing where Teams knows of no number. */
  static List<String> check(Account account, Inquiry inquiry) {
    if (inquiry.sources().known(CollectionName.TEAMS_USERS)) {
      return List.of();
    }
    return List.of(
        possible(account, inquiry)
            ? "It calls, or has a license to: look for its phone number first, and keep Teams Phone."
            : "Check for a phone number first.");
  }
}
