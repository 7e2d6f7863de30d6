package ai.chronom.m365.findings.remedy;

import java.time.Instant;
import java.util.List;

/**
 * How a finding is carried out. Proposals only: the product itself changes nothing.
 *
 * @param asOf when the snapshot was taken that the paths are from
 * @param steps one for each seat that is still there
 * @param more seats beyond those listed
 * @param scripted whether a script can carry it out
 * @param lost services that users would no longer have, the most used first
 * @param unknown products of which the tenant has no unit, so that their services are not known
 */
public record RemedyPlan(
    String findingId,
    Instant asOf,
    List<RemedyStep> steps,
    int more,
    boolean scripted,
    List<LostService> lost,
    List<String> unknown) {
  public RemedyPlan {
    steps = List.copyOf(steps);
    lost = List.copyOf(lost);
    unknown = List.copyOf(unknown);
  }

  public boolean anyDirect() {
    return steps.stream().anyMatch(RemedyStep::direct);
  }

  public boolean anyTwoPaths() {
    return steps.stream().anyMatch(RemedyStep::twoPaths);
  }

  public boolean anySynced() {
    return steps.stream().anyMatch(RemedyStep::synced);
  }

  /** Whether users get something cheaper instead. */
  public boolean replaces() {
    return steps.stream().anyMatch(step -> !step.replacements().isEmpty());
  }
}
