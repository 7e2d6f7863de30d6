package ai.chronom.m365.verification;

import ai.chronom.m365.permission.GraphPermission;

/**
 * One row of the verification.
 *
 * @param remedy what to click; empty when nothing is to be done
 * @param remedyLink where in the portal; empty when nothing is to be done
 * @param evidence what was seen: assignment, claim, answer
 */
public record PermissionVerdict(
    GraphPermission permission,
    Answer configured,
    Answer consented,
    Effective effective,
    PermissionStatus status,
    String remedy,
    String remedyLink,
    String evidence) {
  /** The same with other words. */
  PermissionVerdict with(Remedies.Remedy other) {
    return new PermissionVerdict(
        permission, configured, consented, effective, status, other.text(), other.link(), evidence);
  }

  /** Whether somebody must act before this permission brings what it should. */
  public boolean needsAction() {
    return status == PermissionStatus.CONSENT_MISSING
        || status == PermissionStatus.NOT_CONFIGURED
        || status == PermissionStatus.WRONG_TYPE
        || (status == PermissionStatus.GRANTED && effective == Effective.NO);
  }
}
