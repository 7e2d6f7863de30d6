package ai.chronom.m365.verification;

import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A stored {@link RecheckPlan}: while it stands, the tenant is looked at again soon. */
@Entity
@Table(name = "recheck")
public class Recheck {
  @Id
  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "since")
  private OffsetDateTime since;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Recheck() {}

  Recheck(TenantId tenantId, Instant since) {
    this.tenantId = tenantId.toString();
    this.since = since.atOffset(ZoneOffset.UTC);
  }

  void startAnew(Instant now) {
    this.since = now.atOffset(ZoneOffset.UTC);
  }

  RecheckPlan plan() {
    return new RecheckPlan(since.toInstant());
  }
}
