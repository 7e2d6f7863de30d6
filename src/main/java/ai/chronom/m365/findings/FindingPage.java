package ai.chronom.m365.findings;

import java.util.List;

/**
 * Some findings of a list, in its order, without their seats.
 *
 * @param earlier whether there are more before the first
 * @param later whether there are more behind the last
 */
public record FindingPage(List<Finding> findings, boolean earlier, boolean later) {
  public FindingPage {
    findings = List.copyOf(findings);
  }
}
