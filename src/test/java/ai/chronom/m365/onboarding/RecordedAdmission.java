package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was to be stored; like the database it refuses a tenant that is there already. */
class RecordedAdmission extends Admission {
  private final StoredTenants stored;
  private final List<TenantId> admitted = new ArrayList<>();
  private final List<TenantId> replaced = new ArrayList<>();
  private boolean broken;

  RecordedAdmission(StoredTenants stored) {
    this.stored = stored;
  }

  List<TenantId> admitted() {
    return admitted;
  }

  List<TenantId> replaced() {
    return replaced;
  }

  void breakDown() {
    broken = true;
  }

  @Override
  public void admit(CheckedForm form, Candidate candidate, TenantId tenantId, Actor actor) {
    if (broken || stored.find(tenantId).isPresent()) {
      throw new EJBException("rolled back");
    }
    admitted.add(tenantId);
  }

  @Override
  public void replace(TenantId tenantId, Candidate candidate, Actor actor) {
    replaced.add(tenantId);
  }
}
