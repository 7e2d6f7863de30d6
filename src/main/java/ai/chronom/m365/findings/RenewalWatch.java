package ai.chronom.m365.findings;

import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Tells of renewals at which something can be dropped, each threshold once (ADR 090). */
@Stateless
public class RenewalWatch {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Inject Clock clock;
  @Inject Event<RenewalsNear> near;

  /** Of nodes that try at once, one writes the row and tells. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void tell(TenantId tenantId, List<RenewalLine> plan) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<RenewalsNear.Renewal> told =
        Sql.call(database, connection -> untold(connection, tenantId, plan, today));
    if (!told.isEmpty()) {
      near.fire(new RenewalsNear(tenantId, told));
    }
  }

  private List<RenewalsNear.Renewal> untold(
      Connection connection, TenantId tenantId, List<RenewalLine> plan, LocalDate today)
      throws SQLException {
    List<RenewalsNear.Renewal> told = new ArrayList<>();
    for (RenewalLine line : plan) {
      if (line.drop() > 0 && line.renewsOn() != null) {
        RenewalsNear.Renewal renewal = renewal(line, today);
        RenewalThreshold reached = RenewalThreshold.reached(renewal.daysLeft()).orElse(null);
        if (reached != null && write(connection, tenantId, renewal, reached)) {
          told.add(renewal);
        }
      }
    }
    return told;
  }

  private static RenewalsNear.Renewal renewal(RenewalLine line, LocalDate today) {
    return new RenewalsNear.Renewal(
        line.subscriptionId(),
        line.product(),
        Objects.requireNonNull(line.renewsOn()),
        line.daysLeft(today).orElseThrow(),
        line.units(),
        line.drop(),
        line.saving());
  }

  /** False when it was told before, or when a nearer one was: a date may have moved back. */
  private boolean write(
      Connection connection,
      TenantId tenantId,
      RenewalsNear.Renewal renewal,
      RenewalThreshold reached)
      throws SQLException {
    long nearer =
        Sql.list(
                connection,
                "select count(*) from renewal_alert where tenant_id = ? and subscription_id = ?"
                    + " and renews_on = ? and threshold <= ?",
                values ->
                    values
                        .text(tenantId.toString())
                        .text(renewal.subscriptionId())
                        .day(renewal.renewsOn())
                        .number(reached.days()),
                row -> row.getLong(1))
            .get(0);
    return nearer == 0
        && Sql.update(
                connection,
                "insert into renewal_alert (tenant_id, subscription_id, renews_on, threshold,"
                    + " told_at) values (?, ?, ?, ?, ?) on conflict do nothing",
                values ->
                    values
                        .text(tenantId.toString())
                        .text(renewal.subscriptionId())
                        .day(renewal.renewsOn())
                        .number(reached.days())
                        .time(clock.instant()))
            > 0;
  }
}
