package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.license.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as cells of a sheet; what is unknown stays empty. */
final class Cells {
  private Cells() {}

  static String of(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static @Nullable BigDecimal number(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  static @Nullable LocalDate day(@Nullable Instant time) {
    return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** Rules that could not see everything, and why. */
  static String gaps(Evaluation evaluation) {
    return evaluation.rules().stream()
        .filter(rule -> rule.state() != RuleState.EVALUATED)
        .map(Cells::gap)
        .collect(Collectors.joining(" | "));
  }

  private static String gap(RuleResult rule) {
    return rule.id() + " " + rule.state().word() + ": " + of(rule.reason());
  }
}
