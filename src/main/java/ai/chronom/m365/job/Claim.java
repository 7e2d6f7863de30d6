package ai.chronom.m365.job;

import ai.chronom.m365.tenant.TenantId;

/**
 * This node owns a job until the lease ends.
 *
 * @param fence grows with every claim of the job: a write under an older fence must be refused
 * @param failures how often in a row the job failed before this claim
 */
public record Claim(long jobId, JobKind kind, TenantId tenantId, long fence, int failures) {}
