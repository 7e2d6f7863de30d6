package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.TenantId;

/** What an answer from Microsoft's consent page turned out to be. */
public sealed interface ConsentOutcome {
  /** It answers no question that this person asked, or one that was answered or is too old. */
  record Unknown() implements ConsentOutcome {}

  /**
   * Nobody consented.
   *
   * @param code such as AADSTS65004, or Microsoft's word for the error
   * @param connected the tenant is under our care already
   */
  record Refused(TenantId tenantId, boolean connected, String code, String meaning, String remedy)
      implements ConsentOutcome {}

  /** Somebody consented, but by their own word in another tenant. */
  record Elsewhere(TenantId tenantId, boolean connected) implements ConsentOutcome {}

  /** Microsoft's page says so; only a verification proves it. */
  record Given(TenantId tenantId, boolean connected) implements ConsentOutcome {}
}
