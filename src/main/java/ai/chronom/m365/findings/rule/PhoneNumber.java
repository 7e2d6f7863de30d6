package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.TeamsUse;
import java.util.Set;

/** Whether an account may have a phone number, which no directory shows. */
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

  /** It has a license for one, or calls. */
  static boolean possible(Account account, Inquiry inquiry) {
    TeamsUse use = account.traces().teams();
    Long calls = use == null ? null : use.calls();
    boolean calling =
        inquiry.sources().known(CollectionName.REPORT_TEAMS) && calls != null && calls > 0;
    boolean licensed =
        account.seats().stream().anyMatch(seat -> PHONE.contains(seat.holding().family()));
    return !inquiry.thresholds().says(Threshold.NO_TEAMS_PHONE) && (licensed || calling);
  }

  /** What to look at before a suite goes. */
  static String check(Account account, Inquiry inquiry) {
    return possible(account, inquiry)
        ? "It calls, or has a license to: look for its phone number first, and keep Teams Phone."
        : "Check for a phone number first.";
  }
}
