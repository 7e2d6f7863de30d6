package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.LastActivity;
import ai.chronom.m365.scan.CollectionName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen, in the order it is read, ending with the day each source speaks of. */
final class Evidence {
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Inquiry inquiry;

  Evidence(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  Evidence fact(String label, String value) {
    facts.put(label, value);
    return this;
  }

  /** Leaves out what is not known. */
  Evidence day(String label, @Nullable Instant time) {
    if (time != null) {
      facts.put(label, LocalDate.ofInstant(time, ZoneOffset.UTC).toString());
    }
    return this;
  }

  Evidence identity(Account account) {
    return fact(
        "Account class", account.identity().kind().word() + ": " + account.identity().why());
  }

  Evidence lastActivity(Account account) {
    LastActivity last = account.lastActivity();
    if (last.signInsRead() && account.user().signIns() != null) {
      facts.put("Last successful sign-in", dayOr(account.user().signIns().lastSuccessful()));
      facts.put("Last sign-in attempt", dayOr(account.user().signIns().lastInteractive()));
    }
    if (last.reportRead() && account.user().activity() != null) {
      facts.put(
          "Last activity in a service",
          account.user().activity().latest().map(LocalDate::toString).orElse("not in 180 days"));
    }
    return this;
  }

  private void asOf(CollectionName input) {
    LocalDate day = inquiry.sources().collection(input).asOf();
    if (day == null || !input.name().startsWith("REPORT_")) {
      return;
    }
    facts.put(
        input == CollectionName.REPORT_ACTIVE_USERS
            ? "Usage report as of"
            : input.word().replace('-', ' ').replace("report", "Report on") + " as of",
        day.toString());
  }

  private static String dayOr(@Nullable Instant time) {
    return time == null ? "never" : LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  Map<String, String> of(About about) {
    facts.put("Directory as of", LocalDate.ofInstant(inquiry.now(), ZoneOffset.UTC).toString());
    about.inputs().stream().sorted().forEach(this::asOf);
    return facts;
  }
}
