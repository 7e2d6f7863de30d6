package ai.chronom.m365.report;

import ai.chronom.m365.findings.RuleId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What kind of deed brings a saving, in the order in which one would do them. */
public enum SavingStep {
  /** Bought, and nobody has it. */
  UNUSED("R01", "R02", "R19", "R22", "R23", "R24", "R25", "R26", "R33", "R36"),
  /** Somebody who doesn't work here any more, or nobody at all, has it. */
  RECLAIM("R03", "R04", "R05", "R06", "R07", "R29"),
  /** Its holder works here and doesn't use it. */
  IDLE_PRODUCT("R14", "R15", "R16", "R17", "R18", "R20"),
  /** Its holder has the same a second time, or in a larger product. */
  DUPLICATE("R08", "R09", "R21", "R27"),
  /** A smaller product does. */
  DOWNGRADE("R10", "R11", "R12", "R13", "R28", "R30", "R31", "R34"),
  /** The same for less, by another contract. */
  TERMS("R32", "R35", "R37");

  private final Set<RuleId> rules;

  SavingStep(String... rules) {
    this.rules = Set.copyOf(Arrays.stream(rules).map(RuleId::new).toList());
  }

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Each rule belongs to one step. */
  static Optional<SavingStep> of(RuleId rule) {
    return Arrays.stream(values()).filter(step -> step.rules.contains(rule)).findFirst();
  }

  /** Those that the step takes together, by id. */
  public List<RuleId> rules() {
    return rules.stream().sorted().toList();
  }
}
