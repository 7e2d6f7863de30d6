package ai.chronom.m365.scan;

import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.RetiredSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lets go of replaced secrets as soon as no node scans their tenant: a scan keeps the secret it
 * began with, and one that begins later takes the new one (ADR 060).
 */
@ApplicationScoped
public class RetiredSweep {
  @Inject RetiredSecrets retired;
  @Inject Jobs jobs;

  void sweep() {
    for (TenantId tenantId : retired.tenants()) {
      if (!jobs.isRunning(JobKind.SCAN, tenantId)) {
        retired.forget(tenantId);
      }
    }
  }
}
