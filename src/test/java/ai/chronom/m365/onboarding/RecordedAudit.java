package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An audit trail in memory; it can break down like a database. */
class RecordedAudit extends AuditTrail {
  private final List<AuditAction> actions = new ArrayList<>();
  private boolean broken;

  List<AuditAction> actions() {
    return actions;
  }

  void breakDown() {
    broken = true;
  }

  @Override
  public void recordNow(
      Actor actor,
      AuditAction action,
      @Nullable TenantId tenantId,
      Outcome outcome,
      String detail) {
    if (broken) {
      throw new EJBException("the audit trail cannot be written");
    }
    actions.add(action);
  }
}
