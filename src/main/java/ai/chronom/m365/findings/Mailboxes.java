package ai.chronom.m365.findings;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.PlanLadder;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** Which plans give what a person would notice. */
public final class Mailboxes {
  private static final Set<String> WORKPLACE = Set.of("exchange", "office-apps", "teams");

  private Mailboxes() {}

  /** Whether one of the plans gives a mailbox. */
  public static boolean has(Collection<PlanId> plans, PlanLadder ladder) {
    return ladder.families(plans).contains("exchange");
  }

  /** Whether one of the plans gives mail, desktop apps or Teams. */
  public static boolean workplace(Collection<PlanId> plans, PlanLadder ladder) {
    return !Collections.disjoint(ladder.families(plans), WORKPLACE);
  }
}
