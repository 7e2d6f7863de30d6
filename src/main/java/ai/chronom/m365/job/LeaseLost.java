package ai.chronom.m365.job;

import jakarta.ejb.ApplicationException;

/**
 * Another node took the job over, or its tenant is gone: whoever sees this stops and writes
 * nothing.
 */
@ApplicationException(rollback = true)
public final class LeaseLost extends RuntimeException {
  public LeaseLost(Claim claim) {
    super(
        claim.kind()
            + " of tenant "
            + claim.tenantId()
            + " is no longer ours (fence "
            + claim.fence()
            + ")");
  }
}
