package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * Activity lists that each tenant's admin imports. Findings follow with the next evaluation; {@link
 * Settling} asks for it at once.
 */
@Stateless
public class UseLists {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Those that are imported, without their people. */
  public List<UseListLine> lines(TenantId tenantId) {
    return Sql.call(database, connection -> new UseRows(connection, tenantId).lines());
  }

  /** In the place of the one before. */
  public void replace(TenantId tenantId, UsedProduct product, UseList list, Actor actor) {
    Sql.call(
        database,
        connection -> {
          UseRows rows = new UseRows(connection, tenantId);
          rows.replace(product, list, actor, clock.instant());
          return rows;
        });
    String detail =
        "activity of "
            + product.word()
            + ": "
            + list.people().size()
            + " people in "
            + list.days()
            + " days until "
            + list.asOf();
    audit.record(actor, AuditAction.LIST_CHANGED, tenantId, Outcome.SUCCEEDED, detail);
  }

  /** Throws a {@link Problem} when none is imported. */
  public void remove(TenantId tenantId, UsedProduct product, Actor actor) {
    if (!Sql.call(database, connection -> new UseRows(connection, tenantId).remove(product))) {
      throw Problem.notFound("An imported list of this product");
    }
    String detail = "activity of " + product.word() + " removed";
    audit.record(actor, AuditAction.LIST_CHANGED, tenantId, Outcome.SUCCEEDED, detail);
  }
}
